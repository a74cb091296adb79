package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Patience;
import io.neomt.deploy.cli.access.Session;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Follows a rebuild to its end, on a terminal by one line that changes. */
final class RebuildWatch {

    private static final Set<String> UNDER_WAY = Set.of("running", "going_back");
    private static final Set<String> WELL = Set.of("done", "gone_back");
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Session session;
    private final boolean terminal;

    RebuildWatch(Session session) {
        this.session = session;
        this.terminal = !session.json()
                && Optional.ofNullable(System.console())
                        .map(Console::isTerminal)
                        .orElse(false);
    }

    /** @return how the command ends */
    int follow(String id) {
        Patience patience = Patience.of(session, "./neo projections rebuild-show " + id);
        JsonNode all = patience.look(() -> get(id));
        while (UNDER_WAY.contains(text(all, "state"))) {
            if (terminal) {
                session.out().print("\r" + progress(all.path("rebuild")) + "\u001b[K");
                session.out().flush();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            all = patience.look(() -> get(id));
        }
        if (terminal) {
            session.out().print("\r\u001b[K");
        }
        show(all);
        return ended(all);
    }

    private static int ended(JsonNode all) {
        JsonNode rebuild = all.path("rebuild");
        boolean found = rebuild.path("dry_run").asBoolean(false)
                && rebuild.path("differences").asLong(0) > 0;
        return WELL.contains(text(all, "state")) && !found ? 0 : 1;
    }

    /** How a rebuild is now. */
    int show(String id) {
        return show(get(id));
    }

    private int show(JsonNode all) {
        return session.print(all, () -> print(session.out(), all));
    }

    private static void print(PrintWriter out, JsonNode all) {
        JsonNode rebuild = all.path("rebuild");
        all.path("differing")
                .forEach(each -> out.println("  differs: " + each.path("tenant").asString("") + " "
                        + each.path("key").asString("") + " "
                        + each.path("field").asString("") + ": "
                        + value(each, "running") + " running, " + value(each, "rebuilt") + " made anew"));
        all.path("failures")
                .forEach(each -> out.println("  failed: " + each.path("tenant").asString("") + ": "
                        + each.path("error").asString("")));
        out.println(progress(rebuild));
        if (rebuild.hasNonNull("kept_until")
                && rebuild.path("state").asString("").equals("done")) {
            out.println("  until " + rebuild.path("kept_until").asString("") + ": ./neo projections rollback "
                    + rebuild.path("id").asString("") + " goes back");
        }
    }

    static String progress(JsonNode rebuild) {
        String differences = rebuild.hasNonNull("differences")
                ? ", " + rebuild.path("differences").asLong() + " differences"
                : "";
        String left = rebuild.hasNonNull("seconds_left")
                ? String.format(
                        Locale.ROOT,
                        ", %.0f s left",
                        rebuild.path("seconds_left").asDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "rebuild %s of %s: %s, %d of %d tenants, %d failed, %d of %d events, %d events/s%s%s",
                rebuild.path("id").asString(""),
                rebuild.path("view").asString(""),
                rebuild.path("state").asString(""),
                rebuild.path("done").asLong() + rebuild.path("gone_back").asLong(),
                rebuild.path("tenants").asLong(),
                rebuild.path("failed").asLong(),
                rebuild.path("events_done").asLong(),
                rebuild.path("events").asLong(),
                rebuild.path("per_second").asLong(),
                left,
                differences);
    }

    private static String value(JsonNode each, String field) {
        return each.hasNonNull(field) ? each.path(field).asString("") : "nothing";
    }

    private JsonNode get(String id) {
        return session.projections("GET", ProjectionCommands.PROJECTIONS + "/rebuilds/" + id, null)
                .data();
    }

    private static String text(JsonNode all, String field) {
        return all.path("rebuild").path(field).asString("");
    }
}
