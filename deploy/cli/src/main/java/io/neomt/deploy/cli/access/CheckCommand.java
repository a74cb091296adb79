package io.neomt.deploy.cli.access;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** {@code neo check}: asks one permission check, as the platform's administrator. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Asks whether a user has a permission. Exits with 0 when allowed, 1 when denied.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo check --tenant acme --user ann --permission posts.write.team",
            "  ./neo check --tenant acme --user ann --action documents.read --on document/42 --context '{\"mfa\":true}'"
        })
public final class CheckCommand implements Callable<Integer> {

    @Mixin
    private Asked asked = new Asked();

    @Override
    public Integer call() {
        Session session = asked.tenant().session();
        JsonNode answer = asked.tenant().ask("/check", asked.body()).data();
        boolean allowed = answer.path("allowed").asBoolean();
        session.print(answer, () -> session.out().println(Verdict.of(answer)));
        return allowed ? 0 : 1;
    }
}
