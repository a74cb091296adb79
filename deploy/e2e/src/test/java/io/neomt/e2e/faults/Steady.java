package io.neomt.e2e.faults;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.UnreachableException;
import io.neomt.e2e.TenantLoad;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client as clients should be: what was not answered is sent again, with the same idempotency key, until it is. It writes
 * down what it was told.
 */
final class Steady implements TenantLoad.Sender {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_NANOS = 20_000_000;

    private final FaultPlatform platform;
    private final Ledger ledger;
    private final String tenant;

    Steady(FaultPlatform platform, Ledger ledger, String tenant) {
        this.platform = platform;
        this.ledger = ledger;
        this.tenant = tenant;
    }

    @Override
    public Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        String key = headers.getOrDefault("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, String> all = new HashMap<>(headers);
        all.put("Idempotency-Key", key);
        all.put("X-Correlation-ID", key);
        Answer answer = untilAnswered(() -> platform.commands().send(method, path, body, all));
        Ledger.Entry entry = new Ledger.Entry(tenant, path, key, answer.succeeded() ? answer.id() : "");
        if (answer.succeeded()) {
            ledger.acknowledged(entry);
        } else {
            ledger.refused(entry);
            if (answer.status() == 401 || answer.status() == 403) {
                ledger.wrong("who may do everything was answered " + answer.status() + " for " + method + " " + path);
            }
        }
        return answer;
    }

    Answer post(String path, Object body) {
        return send("POST", base() + path, body, Map.of()).orRefuse();
    }

    Answer delete(String path, @Nullable Object body) {
        return send("DELETE", base() + path, body, Map.of()).orRefuse();
    }

    /** Whether the user may; the answer sees at least what the other answer wrote. */
    boolean isAllowed(String user, String permission, Answer after) {
        Map<String, String> body = Map.of("user_id", user, "permission", permission);
        Answer answer = untilAnswered(() -> platform.queries().post(base() + "/check", body, after.consistency()));
        ledger.checked();
        return answer.orRefuse().data().path("allowed").asBoolean();
    }

    private String base() {
        return "/api/v1/tenants/" + tenant;
    }

    private static Answer untilAnswered(Supplier<Answer> request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < deadline) {
            if (Thread.interrupted()) {
                throw new AssertionError("given up, last " + last);
            }
            try {
                Answer answer = request.get();
                if (answer.status() < 500) {
                    return answer;
                }
                last = answer.status() + " " + answer.errorCode();
            } catch (UnreachableException e) {
                last = e.toString();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("no answer within " + PATIENCE.toSeconds() + " s, last " + last);
    }
}
