package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Patience;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.client.Answer;
import java.io.Console;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Follows a run to its end: on a terminal by one table of its waves that changes, elsewhere by a line for each wave. */
final class RunWatch {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int NAMED = 20;

    private final Session session;
    private final Fleet fleet;
    private final WaveView view;

    RunWatch(Session session, Fleet fleet) {
        this.session = session;
        this.fleet = fleet;
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        this.view = new WaveView(session.out(), terminal);
    }

    /**
     * What became of a request for a run.
     *
     * @param wait whether to follow the run
     * @return how the command ends
     */
    int follow(Answer asked, boolean wait) {
        if (asked.data().path("up_to_date").asBoolean(false)) {
            return session.print(asked.data(), () -> session.out().println("everything is up to date"));
        }
        String run = asked.id();
        if (!wait) {
            return session.print(asked.data(), () -> session.out().println("begun run " + run));
        }
        return follow(run);
    }

    private int follow(String id) {
        Patience patience = Patience.of(session, "./neo migrate show " + id);
        JsonNode run = patience.look(() -> fleet.run(id));
        while (state(run).equals("running")) {
            if (!session.json()) {
                view.show(run);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            run = patience.look(() -> fleet.run(id));
        }
        return ended(run);
    }

    /** How a run is now. */
    int show(String id) {
        JsonNode run = fleet.run(id);
        return session.print(run, () -> {
            WaveView.print(session.out(), run);
            told(run);
        });
    }

    private int ended(JsonNode run) {
        session.print(run, () -> {
            view.show(run);
            told(run);
        });
        return state(run).equals("done") && WaveView.total(run, "failed") == 0 ? 0 : 1;
    }

    private void told(JsonNode run) {
        JsonNode failures = run.path("failures");
        failures.valueStream().limit(NAMED).forEach(this::print);
        if (failures.size() > NAMED) {
            session.out().println("  and more: ./neo migrate status --detailed");
        }
        session.out().println(sentence(run));
    }

    private void print(JsonNode target) {
        session.out()
                .printf(
                        "  failed: %s (%s): %s %s%n",
                        target.path("tenant").asString(target.path("connection").asString("")),
                        target.path("schema").asString(""),
                        target.path("sqlstate").asString(""),
                        target.path("error").asString("").lines().findFirst().orElse(""));
    }

    /** How it ended and what can be done now. */
    static String sentence(JsonNode run) {
        String id = run.path("id").asString("");
        String counts = WaveView.total(run, "done") + " of " + WaveView.size(run) + " schemas";
        return switch (state(run)) {
            case "done" -> "done: run " + id + ", " + counts + ", " + WaveView.rate(run);
            case "stopped" ->
                "stopped: run " + id + ", " + counts + ": "
                        + run.path("reason").asString("") + "\n  repaired? ./neo migrate resume " + id
                        + "; given up? ./neo migrate abort " + id;
            case "paused" -> "paused: run " + id + ", " + counts + "; ./neo migrate resume " + id + " goes on";
            default -> state(run) + ": run " + id + ", " + counts;
        };
    }

    private static String state(JsonNode run) {
        return run.path("state").asString("");
    }
}
