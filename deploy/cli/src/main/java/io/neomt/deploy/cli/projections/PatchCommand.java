package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Session;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code neo projections patch}: another event takes the place of an event in every view. */
@Command(
        name = "patch",
        mixinStandardHelpOptions = true,
        description = {
            "Has every view take in another event where it cannot take in the one that is stored.",
            "The event is JSON with the fields of its Avro schema, about the same subject."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  ./neo projections patch acme 42 --reason \"its bytes were lost\" --type neo.user.deactivated.v1 \\",
            "    --event '{\"user_id\":\"01990000-0000-7000-8000-000000000000\"}'"
        })
final class PatchCommand implements Callable<Integer> {

    @Mixin
    private Session session = new Session();

    @Mixin
    private Intervention intervention = new Intervention();

    @Option(names = "--type", required = true, paramLabel = "TYPE", description = "Such as neo.user.updated.v1.")
    private String type = "";

    @Option(names = "--event", required = true, paramLabel = "JSON", description = "The fields of the event.")
    private String event = "";

    @Override
    public Integer call() {
        return intervention.send(session, "patch", "patched", Map.of("type", type, "event", fields()));
    }

    private JsonNode fields() {
        try {
            return JsonMapper.shared().readTree(event);
        } catch (JacksonException e) {
            throw session.wrongUsage("--event is JSON, such as {\"user_id\":\"...\"}: " + e.getOriginalMessage());
        }
    }
}
