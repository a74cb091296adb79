package io.neomt.e2e;

import io.neomt.deploy.cli.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Random commands to one tenant. Several threads may send at once; each brings its own randomness. */
public final class TenantLoad {

    /** Sends one request to the command service. */
    @FunctionalInterface
    public interface Sender {
        Answer send(String method, String path, @Nullable Object body, Map<String, String> headers);
    }

    /** @param key the idempotency key that it was sent with */
    public record Sent(String path, String key, Answer answer) {}

    private final Sender commands;
    final String tenantId;
    private final String base;
    /** Whose users are let in. */
    volatile TenantLoad neighbour = this;

    private final TeamLoad teams = new TeamLoad(this);
    final List<String> users = new CopyOnWriteArrayList<>();
    final List<String> roles = new CopyOnWriteArrayList<>();
    private final List<String[]> grants = new CopyOnWriteArrayList<>();

    public TenantLoad(Sender commands, String tenantId) {
        this.commands = commands;
        this.tenantId = tenantId;
        this.base = "/api/v1/tenants/" + tenantId;
    }

    /** Sends one command and keeps what it made. */
    public Sent send(Random random) {
        int dice = random.nextInt(100);
        if (users.size() < 5 || dice < 15) {
            String name = name("u", random);
            return keep(users, post("/users", Map.of("username", name, "display_name", name)));
        }
        if (roles.size() < 4 || (dice < 18 && roles.size() < 30)) {
            return keep(
                    roles,
                    post("/roles", Map.of("name", name("r", random), "permissions", List.of(Given.code(random)))));
        }
        if (dice < 55) {
            return teams.send(random);
        }
        String user = Given.any(users, random);
        String role = Given.any(roles, random);
        if (dice < 68) {
            Map<String, Object> assignment = Given.with("role_id", role, Given.terms(random));
            return post("/users/" + user + "/roles", Map.of("assignments", List.of(assignment)));
        }
        if (dice < 74) {
            return sent("DELETE", "/users/" + user + "/roles", Map.of("role_ids", List.of(role)));
        }
        if (dice < 88) {
            return grantOrRevoke(user, random);
        }
        return dice < 92 ? changeUser(user, random) : changeRole(role, random);
    }

    private Sent grantOrRevoke(String user, Random random) {
        if (!grants.isEmpty() && random.nextInt(3) == 0) {
            String[] grant = Given.any(grants, random);
            return sent("DELETE", "/users/" + grant[0] + "/permissions/" + grant[1], null);
        }
        Sent granted = post("/users/" + user + "/permissions", Given.permission(random));
        if (granted.answer().succeeded()) {
            grants.add(new String[] {user, granted.answer().id()});
        }
        return granted;
    }

    private Sent changeUser(String user, Random random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> post("/users/" + user + "/deactivate", Map.of());
            case 2, 3 -> post("/users/" + user + "/reactivate", Map.of());
            case 4 -> sent("DELETE", "/users/" + user, null);
            default -> {
                String email = "mail" + random.nextInt(10) + "@example.org";
                yield sent("PUT", "/users/" + user, Map.of("email", email, "display_name", name("n", random)));
            }
        };
    }

    private Sent changeRole(String role, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> sent("PUT", "/roles/" + role, Map.of("name", name("r", random)));
            case 1, 2, 3 -> {
                Map<String, Object> parent = Given.with("role_id", Given.any(roles, random), Given.terms(random));
                yield sent("PUT", "/roles/" + role + "/parents", Map.of("parents", List.of(parent)));
            }
            default -> {
                List<?> permissions = List.of(Given.permission(random), Given.permission(random));
                yield sent("PUT", "/roles/" + role + "/permissions", Map.of("permissions", permissions));
            }
        };
    }

    Sent post(String rest, Object body) {
        return sent("POST", rest, body);
    }

    Sent sent(String method, String rest, @Nullable Object body) {
        String key = UUID.randomUUID().toString();
        Answer answer = commands.send(method, base + rest, body, Map.of("Idempotency-Key", key));
        return new Sent(base + rest, key, answer);
    }

    static Sent keep(List<String> made, Sent sent) {
        if (sent.answer().succeeded()) {
            made.add(sent.answer().id());
        }
        return sent;
    }

    static String name(String prefix, Random random) {
        return prefix + Long.toString(random.nextLong() & Long.MAX_VALUE, 36);
    }
}
