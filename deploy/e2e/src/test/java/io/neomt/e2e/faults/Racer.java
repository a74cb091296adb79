package io.neomt.e2e.faults;

import io.neomt.deploy.cli.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Gives one user a permission and takes it again, and each time asks with the token of that whether it is so. */
final class Racer {

    private static final String OPEN = "doors.open.tenant";

    private final Steady client;
    private final Ledger ledger;
    private final Random random;
    private final String user;
    private final String role;
    private @Nullable String held;
    /** Whoever is ended before the answer does not know what became of it. */
    private boolean unanswered;

    Racer(Steady client, Ledger ledger, Random random) {
        this.client = client;
        this.ledger = ledger;
        this.random = random;
        String name = "racer" + UUID.randomUUID();
        this.user = client.post("/users", Map.of("username", name, "display_name", name))
                .id();
        this.role = client.post("/roles", Map.of("name", name, "permissions", List.of(OPEN)))
                .id();
    }

    void run(BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            boolean byRole = random.nextBoolean();
            unanswered = true;
            Answer given = byRole
                    ? client.post("/users/" + user + "/roles", Map.of("role_ids", List.of(role)))
                    : client.post("/users/" + user + "/permissions", Map.of("permission", OPEN, "effect", "allow"));
            held = byRole ? role : given.id();
            unanswered = false;
            ask(given, true);
            if (over.getAsBoolean()) {
                // some end with what they were given
                return;
            }
            unanswered = true;
            Answer taken = byRole
                    ? client.delete("/users/" + user + "/roles", Map.of("role_ids", List.of(role)))
                    : client.delete("/users/" + user + "/permissions/" + given.id(), null);
            held = null;
            unanswered = false;
            ask(taken, false);
        }
    }

    private void ask(Answer after, boolean expected) {
        if (client.isAllowed(user, "doors.open.own", after) != expected) {
            ledger.wrong("user " + user + " was told " + !expected + " after what made it " + expected);
        }
    }

    UUID user() {
        return UUID.fromString(user);
    }

    /** Whether it was told what became of the last that it has asked for. */
    boolean knows() {
        return !unanswered;
    }

    /** The role or grant that it was given last, and was not taken from it. */
    @Nullable
    UUID held() {
        return held == null ? null : UUID.fromString(held);
    }
}
