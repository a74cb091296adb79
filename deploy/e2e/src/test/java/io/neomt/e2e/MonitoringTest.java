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
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Alerts and the dashboard watch metrics, with labels, that the services have. */
class MonitoringTest {

    private static final Path RULES = Path.of("..", "monitoring", "alerts.yml");
    private static final Path DASHBOARD = Path.of("..", "monitoring", "dashboard.json");

    /** What PromQL itself says. */
    private static final Pattern LANGUAGE = Pattern.compile("\\bby \\(.*?\\)|\\[.*?]|\\b\\w+(?=\\()");

    private static final Pattern METRIC = Pattern.compile("\\b([a-z]+(?:_[a-z]+)+)(?:\\{(.*?)})?");
    private static final Pattern LABEL = Pattern.compile("\\w+=\"[^\"]*\"");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\((.*?)\\)");

    /** Prometheus adds it to all that it scrapes. */
    private static final String SCRAPED = "job";

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void everyMetricOfAnAlertIsThere() throws IOException {
        String there = metrics();
        for (JsonNode rule : rules()) {
            assertThatAllIsThere(rule.path("expr").asString(""), there);
            assertThat(rule.path("annotations").path("summary").asString("")).isNotEmpty();
        }
    }

    @Test
    void everyMetricOfTheDashboardIsThere() throws IOException {
        Workspace tenant = Workspace.create(platform);
        String user = tenant.createUser("watched").id();
        Map<String, String> asked = Map.of("user_id", user, "permission", "a.b.own");
        Waiting.until(
                "a check is answered",
                () -> tenant.queries
                                .post(tenant.path("/check"), asked, Map.of())
                                .status()
                        == 200);
        String there = metrics();
        List<String> expressions = TestPlatform.JSON
                .readTree(Files.readString(DASHBOARD))
                .path("panels")
                .valueStream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString(""))
                .toList();

        assertThat(expressions)
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> assertThatAllIsThere(expression, there));
    }

    private static void assertThatAllIsThere(String expression, String there) {
        List<MatchResult> named = METRIC.matcher(LANGUAGE.matcher(expression).replaceAll(" "))
                .results()
                .toList();
        assertThat(named).as(expression).isNotEmpty();
        List<String> grouped = GROUPED.matcher(expression)
                .results()
                .flatMap(by -> Stream.of(by.group(1).split(", ")))
                .filter(label -> !label.equals(SCRAPED))
                .toList();
        for (MatchResult metric : named) {
            assertThat(there.lines())
                    .as(expression + ": " + metric.group() + " by " + grouped)
                    .anyMatch(line -> has(line, metric)
                            && grouped.stream().allMatch(label -> line.matches(".*[{,]" + label + "=\".*")));
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

    private String metrics() {
        Waiting.until("the fleet was looked at", () -> metrics(ServiceName.MIGRATION_ORCHESTRATOR)
                .contains("migration_schemas{"));
        return Stream.of(ServiceName.values()).map(this::metrics).collect(Collectors.joining("\n"));
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
