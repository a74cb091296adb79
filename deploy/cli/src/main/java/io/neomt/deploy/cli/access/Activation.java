package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Waits for a tenant to be provisioned, and tells meanwhile what was done for it. */
final class Activation {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Session session;
    private final String path;
    private final String later;
    private final Patience patience;
    private int told;

    private Activation(Session session, String path) {
        this.session = session;
        this.path = path;
        this.later = "./neo tenant show " + path.substring(path.lastIndexOf('/') + 1);
        this.patience = Patience.of(session, later);
    }

    /**
     * @param path of the tenant, which ends with its id
     * @param steps whether a line is printed for each step that ended
     * @throws IllegalStateException when it could not be made, or takes longer than anybody waits
     */
    static Answer await(Session session, String path, boolean steps) {
        return new Activation(session, path).await(steps && !session.json());
    }

    private Answer await(boolean steps) {
        long begun = System.nanoTime();
        Answer answer = patience.look(() -> session.get(path));
        while (!isOver(answer)) {
            if (System.nanoTime() - begun > LONGEST.toNanos()) {
                throw new IllegalStateException("the tenant is requested but was not active within "
                        + LONGEST.toSeconds() + " s; " + later + " tells how it stands");
            }
            if (steps) {
                tell();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = patience.look(() -> session.get(path));
        }
        if (steps) {
            tell();
        }
        return answer;
    }

    private void tell() {
        JsonNode steps = patience.look(() -> session.provisioning(path + "/provisioning"))
                .data()
                .path("steps");
        for (; told < steps.size(); told++) {
            JsonNode step = steps.get(told);
            if (step.has("outcome")) {
                session.out()
                        .printf(
                                "  %-18s %-11s %6d ms  %s%n",
                                step.path("step").asString(""),
                                step.path("outcome").asString(""),
                                step.path("millis").asLong(0),
                                step.path("detail").asString(""));
                session.out().flush();
            }
        }
    }

    private static boolean isOver(Answer tenant) {
        String status = tenant.data().path("status").asString("");
        if (status.equals("failed")) {
            throw new IllegalStateException("the tenant could not be made: "
                    + tenant.data().path("failed_step").asString("") + ": "
                    + tenant.data().path("failed_reason").asString("")
                    + "; ./neo tenant retry tries again");
        }
        return status.equals("active");
    }
}
