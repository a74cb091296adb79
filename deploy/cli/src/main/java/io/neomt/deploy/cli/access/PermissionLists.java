package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Adds to and takes from the permissions of a role or a team, which are read and written as a whole. */
final class PermissionLists {

    private static final List<String> FIELDS =
            List.of("permission", "effect", "resource", "valid_from", "expires_at", "condition");

    private PermissionLists() {}

    static int add(InTenant tenant, String holder, GivenPermission given) {
        Answer read = tenant.get(holder);
        List<Object> all = held(read);
        Object added = given.isPlain() ? given.permission() : given.body();
        if (!all.contains(added)) {
            all.add(added);
        }
        return put(tenant, holder, all, read, "holds " + given.permission());
    }

    static int remove(InTenant tenant, String holder, GivenPermission given) {
        Answer read = tenant.get(holder);
        List<Object> all = held(read);
        boolean removed = all.removeIf(item -> given.isPlain() ? names(item, given) : item.equals(given.body()));
        if (!removed) {
            throw new IllegalStateException("it does not hold " + given.permission());
        }
        return put(tenant, holder, all, read, "no longer holds " + given.permission());
    }

    private static int put(InTenant tenant, String holder, List<Object> all, Answer read, String sentence) {
        Answer done = tenant.replace(holder + "/permissions", Map.of("permissions", all), read);
        return Print.done(tenant.session(), done, read.data().path("name").asString("it") + " " + sentence);
    }

    private static boolean names(Object item, GivenPermission given) {
        return item instanceof Map<?, ?> body
                ? given.permission().equals(body.get("permission"))
                : item.equals(given.permission());
    }

    /** What is held as a request says it: a text where it is granted everywhere and always. */
    private static List<Object> held(Answer read) {
        List<Object> all = new ArrayList<>();
        read.data().path("permissions").forEach(item -> all.add(item.isString() ? item.asString("") : plainOr(item)));
        return all;
    }

    private static Object plainOr(JsonNode item) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : FIELDS) {
            if (item.hasNonNull(field)) {
                JsonNode value = item.path(field);
                body.put(
                        field,
                        value.isObject()
                                ? Map.of(
                                        "type", value.path("type").asString(""),
                                        "id", value.path("id").asString(""))
                                : value.asString(""));
            }
        }
        boolean plain = body.size() == 2 && "allow".equals(body.get("effect"));
        return plain ? String.valueOf(body.get("permission")) : body;
    }
}
