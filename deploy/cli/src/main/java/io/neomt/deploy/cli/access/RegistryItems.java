package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One kind of thing in the registry, and what is done with each of them by its name.
 *
 * @param noun what people call one
 * @param path where they are
 */
record RegistryItems(String noun, String path) {

    private static final String CHANGES = "/api/v1/admin/registry/changes?page_size=200";

    int list(Session session, String... fields) {
        return Print.list(session, elements(session, path), fields);
    }

    int show(Session session, String name) {
        return Print.fields(session, session.registry("GET", of(name), null).data());
    }

    int add(Session session, String name, Object body) {
        return Print.done(session, session.registry("POST", path, body), "added " + noun + " " + name);
    }

    int change(Session session, String name, Object body) {
        return Print.done(session, session.registry("PUT", of(name), body), "changed " + noun + " " + name);
    }

    /** @param done what to say of it, as {@code drained} */
    int act(Session session, String name, String action, String done) {
        return Print.done(session, post(session, name, action), done + " " + noun + " " + name);
    }

    Answer post(Session session, String name, String action) {
        return session.registry("POST", of(name) + "/" + action, null);
    }

    int remove(Session session, String name) {
        return Print.done(session, session.registry("DELETE", of(name), null), "removed " + noun + " " + name);
    }

    /** @param name null for all */
    static int history(Session session, @Nullable String name) {
        String asked = name == null ? CHANGES : CHANGES + "&subject=" + InTenant.encode(name);
        return Print.list(
                session, elements(session, asked), "changed_at", "actor", "action", "subject", "request_id", "details");
    }

    private static List<JsonNode> elements(Session session, String path) {
        return session.registry("GET", path, null).data().valueStream().toList();
    }

    private String of(String name) {
        return path + "/" + InTenant.encode(name);
    }
}
