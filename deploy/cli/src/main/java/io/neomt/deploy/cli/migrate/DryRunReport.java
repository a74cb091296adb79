package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.client.Answer;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a run would do, statement by statement, with what each locks and rewrites. */
final class DryRunReport {

    private final PrintWriter out;

    private DryRunReport(PrintWriter out) {
        this.out = out;
    }

    /** @return 1 where a script cannot be run everywhere */
    static int print(Session session, Answer answer) {
        JsonNode report = answer.data();
        if (report.path("up_to_date").asBoolean(false)) {
            return session.print(report, () -> session.out().println("everything is up to date"));
        }
        session.print(report, () -> new DryRunReport(session.out()).print(report));
        return report.path("passed").asBoolean(false) ? 0 : 1;
    }

    private void print(JsonNode report) {
        report.path("samples").forEach(this::sample);
        report.path("findings").forEach(finding -> LintCommand.print(out, finding));
        out.println((report.path("passed").asBoolean(false) ? "could be run: " : "could NOT be run: ")
                + report.path("schemas").asInt(0) + " schemas in "
                + report.path("waves").size() + " waves; "
                + report.path("findings").size() + " findings; nothing was changed");
    }

    private void sample(JsonNode sample) {
        out.println(text(sample, "level") + " " + text(sample, "schema") + " at version "
                + sample.path("from").asString("-") + ", for "
                + sample.path("schemas").asInt(0) + " such schemas");
        if (sample.hasNonNull("refused")) {
            out.println("  refused: " + text(sample, "refused"));
        }
        sample.path("scripts").forEach(script -> {
            out.println("  " + text(script, "script") + " ("
                    + text(script, "where").toLowerCase(Locale.ROOT).replace('_', ' ') + ")");
            script.path("statements").forEach(this::statement);
        });
    }

    private void statement(JsonNode step) {
        out.printf(
                "    line %d, %.1f ms: %s%n",
                step.path("line").asInt(0),
                step.path("millis").asDouble(0),
                text(step, "statement").lines().findFirst().orElse(""));
        step.path("rewrites")
                .forEach(rewrite -> out.println("      REWRITES the " + text(rewrite, "kind") + " " + size(rewrite)));
        step.path("locks")
                .forEach(lock -> out.println("      locks " + size(lock) + ": " + text(lock, "mode")
                        + ", which keeps out " + text(lock, "blocks")));
        if (step.hasNonNull("error")) {
            out.println(
                    "      FAILS: " + text(step.path("error"), "sqlstate") + " " + text(step.path("error"), "message"));
        }
    }

    private static String size(JsonNode relation) {
        return text(relation, "relation") + " (" + relation.path("bytes").asLong(0) / 1024 + " kB, "
                + relation.path("rows").asLong(0) + " rows)";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
