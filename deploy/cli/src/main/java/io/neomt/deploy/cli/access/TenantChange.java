package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is to be different of a tenant. */
final class TenantChange {

    private static final Pattern CONTACT = Pattern.compile("([^=]+)=([^<>]+?)\\s*(?:<([^<>]+)>)?");

    @Option(names = "--name", description = "How the tenant is shown.")
    private @Nullable String name;

    @Option(
            names = "--contact",
            paramLabel = "KIND=NAME",
            description = "Somebody to turn to, such as \"billing=Ann Lee <ann@acme.example>\"; may be repeated, and"
                    + " replaces those there were.")
    private List<String> contacts = new ArrayList<>();

    @Option(names = "--no-contacts", description = "Removes the contacts there were.")
    private boolean noContacts;

    Map<String, Object> body(Session session, Answer read) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", Objects.requireNonNullElseGet(name, () -> read.data()
                .path("name")
                .asString("")));
        boolean kept = contacts.isEmpty() && !noContacts;
        body.put("contacts", kept ? read.data().path("contacts") : given(session));
        return body;
    }

    private List<Map<String, Object>> given(Session session) {
        return contacts.stream().map(text -> contact(session, text)).toList();
    }

    private static Map<String, Object> contact(Session session, String text) {
        Matcher parts = CONTACT.matcher(text);
        if (!parts.matches()) {
            throw session.wrongUsage("a contact is KIND=NAME or \"KIND=NAME <EMAIL>\", not " + text);
        }
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("kind", parts.group(1));
        contact.put("name", parts.group(2));
        TenantWish.put(contact, "email", parts.group(3));
        return contact;
    }
}
