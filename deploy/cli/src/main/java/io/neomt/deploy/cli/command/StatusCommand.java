package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.client.UnreachableException;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.terminal.DataOption;
import io.neomt.deploy.cli.terminal.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code neo status}: the health of every service and of what it depends on. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows the health of each service and of what it depends on. Exits with 1 when one is not healthy.",
        footerHeading = "%nExample:%n",
        footer = "  ./neo status --json")
public final class StatusCommand implements Callable<Integer> {

    private static final String UNREACHABLE = "unreachable";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--json", description = "Prints the health documents as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PlatformClient platform = new PlatformClient(RunFile.read(data.path()));
        Map<String, Object> health = new LinkedHashMap<>();
        for (ServiceName service : ServiceName.values()) {
            health.put(service.toString(), healthOf(platform, service));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(health));
        } else {
            health.forEach((service, document) -> print(out, service, document));
        }
        return health.values().stream().allMatch(StatusCommand::isHealthy) ? 0 : 1;
    }

    private static Object healthOf(PlatformClient platform, ServiceName service) {
        try {
            Answer answer = platform.service(service.toString()).get("/health", Map.of());
            return answer.body();
        } catch (UnreachableException failure) {
            return Map.of("status", UNREACHABLE, "message", String.valueOf(failure.getMessage()));
        }
    }

    private static boolean isHealthy(Object document) {
        return document instanceof JsonNode node
                && node.path("status").asString("").equals("healthy");
    }

    private static void print(PrintWriter out, String service, Object document) {
        if (!(document instanceof JsonNode node)) {
            out.printf("%-24s %s%n", service, UNREACHABLE);
            return;
        }
        StringBuilder dependencies = new StringBuilder();
        node.path("services")
                .properties()
                .forEach(entry -> dependencies.append(String.format(
                        "  %s %s (%s ms)",
                        entry.getKey(),
                        entry.getValue().path("status").asString(""),
                        entry.getValue().path("response_time_ms").asString(""))));
        out.printf("%-24s %-10s%s%n", service, node.path("status").asString(""), dependencies);
    }
}
