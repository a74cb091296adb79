package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.ApiClient;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Asks for many users of a tenant at once. */
final class CrowdCheck {

    private static final int AT_ONCE = 1_000;

    private final ApiClient queries;
    private final Crowd crowd;

    CrowdCheck(ApiClient queries, Crowd crowd) {
        this.queries = queries;
        this.crowd = crowd;
    }

    /** How many of these may. */
    long allowed(List<String> users, String permission) {
        long allowed = 0;
        for (int from = 0; from < users.size(); from += AT_ONCE) {
            allowed += allowedAtOnce(users.subList(from, Math.min(users.size(), from + AT_ONCE)), permission);
        }
        return allowed;
    }

    private long allowedAtOnce(List<String> users, String permission) {
        List<Map<String, String>> checks = users.stream()
                .map(user -> Map.of("user_id", user, "permission", permission))
                .toList();
        JsonNode results = queries.post(crowd.path("/check/batch"), Map.of("checks", checks), Map.of())
                .orRefuse()
                .data()
                .path("results");
        return results.valueStream()
                .filter(result -> result.path("allowed").asBoolean())
                .count();
    }
}
