package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.access.Session;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code neo migrate lint}: what is dangerous in scripts. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for statements that lock or rewrite large tables, or break the version before, and names the safe form.",
            "Exits with 1 when something was found."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo migrate lint --json")
final class LintCommand implements Callable<Integer> {

    @Mixin
    private Session session = new Session();

    @Override
    public Integer call() {
        List<JsonNode> findings =
                new Fleet(session).get("/lint").data().valueStream().toList();
        session.print(findings, () -> {
            findings.forEach(finding -> print(session.out(), finding));
            session.out().println(findings.isEmpty() ? "nothing found" : findings.size() + " found");
        });
        return findings.isEmpty() ? 0 : 1;
    }

    static void print(PrintWriter out, JsonNode finding) {
        out.printf(
                "%s:%d %s %s%n    %s%n    why:  %s%n    safe: %s%n",
                text(finding, "file"),
                finding.path("line").asInt(0),
                text(finding, "severity"),
                text(finding, "rule"),
                text(finding, "statement").lines().findFirst().orElse(""),
                text(finding, "why"),
                text(finding, "safe_form"));
    }

    private static String text(JsonNode finding, String field) {
        return finding.path(field).asString("");
    }
}
