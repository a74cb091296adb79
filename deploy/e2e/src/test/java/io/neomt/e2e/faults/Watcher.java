package io.neomt.e2e.faults;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.UnreachableException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks without any token for one who may, and for one who no longer may; no answer at all is no wrong answer. */
final class Watcher {

    private static final String CLOSE = "doors.close.tenant";
    private static final long PAUSE_NANOS = 20_000_000;

    private final FaultPlatform platform;
    private final Ledger ledger;
    private final String tenant;
    private final String may;
    private final String mayNot;

    Watcher(FaultPlatform platform, Ledger ledger, Steady client, String tenant) {
        this.platform = platform;
        this.ledger = ledger;
        this.tenant = tenant;
        this.may = user(client);
        this.mayNot = user(client);
        Answer given = grant(client, may);
        Answer taken = client.delete(
                "/users/" + mayNot + "/permissions/" + grant(client, mayNot).id(), null);
        if (!client.isAllowed(may, CLOSE, given) || client.isAllowed(mayNot, CLOSE, taken)) {
            throw new AssertionError("wrong before anything was broken");
        }
    }

    private static String user(Steady client) {
        String name = "watched" + UUID.randomUUID();
        return client.post("/users", Map.of("username", name, "display_name", name))
                .id();
    }

    private static Answer grant(Steady client, String user) {
        return client.post("/users/" + user + "/permissions", Map.of("permission", CLOSE, "effect", "allow"));
    }

    void run(BooleanSupplier over) {
        while (!over.getAsBoolean()) {
            ask(may, true);
            ask(mayNot, false);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void ask(String user, boolean expected) {
        try {
            Answer answer = platform.queries()
                    .post(
                            "/api/v1/tenants/" + tenant + "/check",
                            Map.of("user_id", user, "permission", CLOSE),
                            Map.of());
            if (answer.status() >= 500) {
                return;
            }
            ledger.checked();
            if (!answer.data().path("allowed").asString("").equals(Boolean.toString(expected))) {
                ledger.wrong("user " + user + " was told " + answer.status() + " " + answer.body() + " instead of "
                        + expected);
            }
        } catch (UnreachableException _) {
            // no answer
        }
    }
}
