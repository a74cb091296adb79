package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.EventTail;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.client.TopicEvent;
import io.neomt.deploy.cli.terminal.DataOption;
import io.neomt.deploy.cli.terminal.Json;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code neo events tail}: prints each event as it passes Kafka, until interrupted. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = "Prints each event as it passes Kafka, until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo events tail --tenant acme", "  ./neo events tail --from-beginning --limit 20 --json"})
public final class EventsTailCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--tenant", description = "Only this tenant's events: its slug or id.")
    private @Nullable String tenant;

    @Option(names = "--from-beginning", description = "Starts with the oldest event instead of the next one.")
    private boolean fromBeginning;

    @Option(names = "--limit", paramLabel = "N", description = "Ends after N events.", defaultValue = "-1")
    private long limit;

    @Option(names = "--json", description = "Prints one JSON document a line.")
    private boolean json;

    private long printed;

    @Override
    public Integer call() {
        PlatformClient platform = new PlatformClient(RunFile.read(data.path()));
        String wanted = tenant == null ? "" : tenantId(platform, tenant);
        PrintWriter out = spec.commandLine().getOut();
        try (EventTail tail = EventTail.open(platform.kafkaBootstrapServers(), platform.topic(), fromBeginning)) {
            while (limit < 0 || printed < limit) {
                tail.poll(event -> print(out, wanted, event));
            }
        }
        return 0;
    }

    private void print(PrintWriter out, String wanted, TopicEvent event) {
        boolean isWanted = wanted.isEmpty() || wanted.equals(event.tenantId());
        if (!isWanted || (limit >= 0 && printed >= limit)) {
            return;
        }
        printed++;
        out.println(json ? Json.of(fields(event)) : line(event));
        out.flush();
    }

    private static String line(TopicEvent event) {
        return String.format(
                "%s  %s  #%-6d %-36s %-45s by %s",
                event.time(), event.tenantId(), event.sequence(), event.type(), event.subject(), event.actor());
    }

    private static Map<String, Object> fields(TopicEvent event) {
        return Map.of(
                "id", event.id(),
                "tenant_id", event.tenantId(),
                "sequence", event.sequence(),
                "type", event.type(),
                "subject", event.subject(),
                "actor", event.actor(),
                "time", event.time().toString(),
                "partition", event.partition(),
                "offset", event.offset());
    }

    private static String tenantId(PlatformClient platform, String slugOrId) {
        JsonNode found = platform.queries(platform.token(platform.platformRealm(), "admin"))
                .get("/api/v1/admin/tenants/" + slugOrId, Map.of())
                .orRefuse()
                .data();
        return found.path("id").asString();
    }
}
