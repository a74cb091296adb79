package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Alerts watch metrics, with labels, that the services have. */
class AlertRulesTest {

    private static final Path RULES = Path.of("..", "monitoring", "alerts.yml");
    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)(?:\\{(.*?)})?");
    private static final Pattern LABEL = Pattern.compile("\\w+=\"[^\"]*\"");

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void everyMetricOfAnAlertIsThere() throws IOException {
        Waiting.until("the fleet was looked at", () -> metrics().contains("migration_schemas{"));
        String there = metrics();

        for (JsonNode rule : rules()) {
            List<MatchResult> named =
                    METRIC.matcher(rule.path("expr").asString("")).results().toList();
            assertThat(named).as(rule.toString()).isNotEmpty();
            for (MatchResult metric : named) {
                assertThat(there.lines())
                        .as(rule.path("alert") + ": " + metric.group())
                        .anyMatch(line -> has(line, metric));
            }
            assertThat(rule.path("annotations").path("summary").asString("")).isNotEmpty();
        }
    }

    private static boolean has(String line, MatchResult metric) {
        boolean named = line.startsWith(metric.group(1) + "{") || line.startsWith(metric.group(1) + " ");
        String labels = metric.group(2) == null ? "" : metric.group(2);
        return named && LABEL.matcher(labels).results().map(MatchResult::group).allMatch(line::contains);
    }

    private static List<JsonNode> rules() throws IOException {
        Object file = new Yaml().load(Files.readString(RULES));
        return TestPlatform.JSON
                .valueToTree(file)
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    /** Of all services that alerts are about. */
    private String metrics() {
        return Stream.of(
                        ServiceName.MIGRATION_ORCHESTRATOR, ServiceName.PROJECTION_SERVICE, ServiceName.COMMAND_SERVICE)
                .map(this::metrics)
                .collect(Collectors.joining("\n"));
    }

    private String metrics(ServiceName service) {
        String address = platform.runFile().values().get("service." + service) + "/metrics";
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
