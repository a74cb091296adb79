package io.neomt.commons.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogFormatterTest {

    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";

    @Test
    void anEventIsOneLineWithContextAndPerformance() {
        LoggingEvent event = event("granted {}", null, "a\"b\nc");
        event.setMDCPropertyMap(Map.of("tenant_id", "t-1", "request_id", "r-1"));
        event.setKeyValuePairs(List.of(new KeyValuePair("duration_ms", 15), new KeyValuePair("role", "lead")));
        String line = new JsonLogFormatter().format(event);
        assertThat(line).endsWith("\n").containsOnlyOnce("\n");
        JsonNode json = JsonMapper.builder().build().readTree(line);
        assertThat(json.at("/timestamp").stringValue()).endsWith("Z");
        assertThat(json.at("/level").stringValue()).isEqualTo("INFO");
        assertThat(json.at("/logger").stringValue()).isEqualTo("io.neomt.Sample");
        assertThat(json.at("/message").stringValue()).isEqualTo("granted a\"b\nc");
        assertThat(json.at("/context").toString())
                .isEqualTo("{\"request_id\":\"r-1\",\"role\":\"lead\",\"tenant_id\":\"t-1\"}");
        assertThat(json.at("/performance/duration_ms").intValue()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer " + TOKEN,
                "got " + TOKEN + " from somewhere",
                "bearer opaque-secret-token",
                "password=hush-hush",
                "{\"client_secret\":\"hush-hush\"}",
                "redis://:hush-hush@localhost:6379/0",
                "jdbc:postgresql://u:hush-hush@h/d?password=hush-hush"
            })
    void noTokenAndNoPasswordIsWritten(String message) {
        String line = new JsonLogFormatter().format(event("{}", new IllegalStateException(message), message));
        assertThat(line)
                .contains("***")
                .doesNotContain("hush-hush")
                .doesNotContain("opaque-secret-token")
                .doesNotContain("c2lnbmF0dXJl");
    }

    private static LoggingEvent event(String message, @Nullable Throwable failure, Object... arguments) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        return new LoggingEvent("", context.getLogger("io.neomt.Sample"), Level.INFO, message, failure, arguments);
    }
}
