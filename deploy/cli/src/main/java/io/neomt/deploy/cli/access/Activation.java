package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a tenant to be provisioned. */
final class Activation {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Activation() {}

    /** @throws IllegalStateException when it takes longer than anybody waits */
    static Answer await(Session session, String path) {
        long begun = System.nanoTime();
        Answer answer = session.get(path);
        while (!isActive(answer)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the tenant is requested but was not active within "
                        + PATIENCE.toSeconds() + " s; ./neo tenant show tells how it stands");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = session.get(path);
        }
        return answer;
    }

    private static boolean isActive(Answer tenant) {
        return tenant.data().path("status").asString("").equals("active");
    }
}
