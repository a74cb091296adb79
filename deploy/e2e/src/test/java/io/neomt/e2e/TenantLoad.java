package io.neomt.e2e;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Random commands to one tenant. Several threads may send at once; each brings its own randomness. */
final class TenantLoad {

    /** @param key the idempotency key that it was sent with */
    record Sent(String path, String key, Answer answer) {}

    private final ApiClient commands;
    final String tenantId;
    private final String base;
    private final List<String> users = new CopyOnWriteArrayList<>();
    private final List<String> roles = new CopyOnWriteArrayList<>();
    private final List<String[]> grants = new CopyOnWriteArrayList<>();

    TenantLoad(ApiClient commands, String tenantId) {
        this.commands = commands;
        this.tenantId = tenantId;
        this.base = "/api/v1/tenants/" + tenantId;
    }

    /** Sends one command and keeps what it made. */
    Sent send(Random random) {
        int dice = random.nextInt(100);
        if (users.size() < 5 || dice < 15) {
            String name = "u" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            return keep(users, post("/users", Map.of("username", name, "display_name", name)));
        }
        if (roles.size() < 4 || (dice < 18 && roles.size() < 30)) {
            String name = "r" + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
            return keep(roles, post("/roles", Map.of("name", name, "permissions", List.of(permission(random)))));
        }
        String user = any(users, random);
        String role = any(roles, random);
        if (dice < 50) {
            return post("/users/" + user + "/roles", Map.of("role_ids", List.of(role)));
        }
        if (dice < 60) {
            return sent("DELETE", "/users/" + user + "/roles", Map.of("role_ids", List.of(role)));
        }
        if (dice < 80) {
            String effect = random.nextInt(4) == 0 ? "deny" : "allow";
            Sent granted =
                    post("/users/" + user + "/permissions", Map.of("permission", permission(random), "effect", effect));
            if (granted.answer().succeeded()) {
                grants.add(new String[] {user, granted.answer().id()});
            }
            return granted;
        }
        if (dice < 88 && !grants.isEmpty()) {
            String[] grant = grants.get(random.nextInt(grants.size()));
            return sent("DELETE", "/users/" + grant[0] + "/permissions/" + grant[1], null);
        }
        if (dice < 94) {
            return sent(
                    "PUT",
                    "/roles/" + role + "/permissions",
                    Map.of("permissions", List.of(permission(random), permission(random))));
        }
        if (dice < 98) {
            return sent("PUT", "/roles/" + role + "/parents", Map.of("parents", List.of(any(roles, random))));
        }
        return post("/users/" + user + (random.nextBoolean() ? "/deactivate" : "/reactivate"), Map.of());
    }

    private Sent post(String rest, Object body) {
        return sent("POST", rest, body);
    }

    private Sent sent(String method, String rest, @Nullable Object body) {
        String key = UUID.randomUUID().toString();
        Answer answer = commands.send(method, base + rest, body, Map.of("Idempotency-Key", key));
        return new Sent(base + rest, key, answer);
    }

    private static Sent keep(List<String> made, Sent sent) {
        if (sent.answer().succeeded()) {
            made.add(sent.answer().id());
        }
        return sent;
    }

    private static String any(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private static String permission(Random random) {
        String[] scopes = {"own", "team", "tenant", "*"};
        return "res" + random.nextInt(8) + ".act" + random.nextInt(4) + "." + scopes[random.nextInt(scopes.length)];
    }
}
