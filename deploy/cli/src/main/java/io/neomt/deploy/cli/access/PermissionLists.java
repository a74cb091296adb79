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
        List<Map<String, Object>> all = held(read);
        Map<String, Object> added = given.body();
        if (!all.contains(added)) {
            all.add(added);
        }
        return put(tenant, holder, all, read, "holds " + given.permission());
    }

    /** Takes away all that is as the command line says, whatever else it is. */
    static int remove(InTenant tenant, String holder, GivenPermission given) {
        Answer read = tenant.get(holder);
        List<Map<String, Object>> all = held(read);
        if (!all.removeIf(item -> item.entrySet().containsAll(given.named().entrySet()))) {
            throw new IllegalStateException("it does not hold " + given.permission());
        }
        return put(tenant, holder, all, read, "no longer holds " + given.permission());
    }

    private static int put(
            InTenant tenant, String holder, List<Map<String, Object>> all, Answer read, String sentence) {
        Answer done = tenant.replace(holder + "/permissions", Map.of("permissions", all), read);
        return Print.done(tenant.session(), done, read.data().path("name").asString("it") + " " + sentence);
    }

    /** What is held as a request says it. */
    private static List<Map<String, Object>> held(Answer read) {
        List<Map<String, Object>> all = new ArrayList<>();
        read.data().path("permissions").forEach(item -> all.add(body(item)));
        return all;
    }

    private static Map<String, Object> body(JsonNode item) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String field : FIELDS) {
            if (item.hasNonNull(field)) {
                JsonNode value = item.path(field);
                body.put(field, value.isObject() ? resource(value) : value.asString(""));
            }
        }
        return body;
    }

    private static Map<String, Object> resource(JsonNode resource) {
        return new ResourceName(
                        resource.path("type").asString(""), resource.path("id").asString(""))
                .body();
    }
}
