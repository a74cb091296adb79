package io.neomt.deploy.cli.access;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code neo explain}: why a check is answered as it is. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells why a user has a permission or has it not. Exits with 0 when allowed, 1 when denied.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo explain --tenant acme --user ann --permission users.delete.team",
            "  ./neo explain --tenant acme --user ann --action documents.read --on document/42"
        })
public final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private Asked asked = new Asked();

    @Override
    public Integer call() {
        Session session = asked.tenant().session();
        JsonNode answer = asked.tenant().ask("/explain", asked.body()).data();
        session.print(answer, () -> {
            session.out()
                    .println(Verdict.of(answer) + "  "
                            + answer.path("permission").asString(""));
            new ExplanationTree(session.out()).print(asked.user(), answer.path("tree"));
            session.out().println();
            session.out().println(answer.path("sentence").asString(""));
        });
        return answer.path("allowed").asBoolean() ? 0 : 1;
    }
}
