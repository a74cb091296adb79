package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.neomt.deploy.cli.client.Answer;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A trace leads from a command over Kafka to the rows and the permission sets. */
class TracesTest {

    private static final String TRACE = "5f1d4a8e6c3b4d5e9f00112233445566";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String UNHEARD = "6f1d4a8e6c3b4d5e9f00112233445566";

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void aCommandIsFollowedToTheSetsThatItChanges() {
        create("traced", TRACE, "01");
        create("not traced", UNHEARD, "00");

        Waiting.until("the sets' step is told", () -> platform.traces().of(TRACE).stream()
                .anyMatch(step -> step.name().equals("apply to permissionsets")));
        Waiting.until("the request's step is told", () -> platform.traces().of(TRACE).stream()
                .anyMatch(step -> step.kind() == SpanKind.SPAN_KIND_SERVER));

        assertThat(platform.traces().of(TRACE))
                .extracting(TraceCollector.Told::service, TraceCollector.Told::name, TraceCollector.Told::kind)
                .contains(
                        tuple("command-service", "POST /api/v1/admin/organizations", SpanKind.SPAN_KIND_SERVER),
                        tuple("command-service", "publish neo.tenant.events.v1", SpanKind.SPAN_KIND_PRODUCER),
                        tuple("projection-service", "apply to tenantschema", SpanKind.SPAN_KIND_CONSUMER),
                        tuple("projection-service", "apply to permissionsets", SpanKind.SPAN_KIND_CONSUMER));
        assertThat(platform.traces().of(TRACE))
                .filteredOn(step -> step.kind() == SpanKind.SPAN_KIND_SERVER)
                .extracting(TraceCollector.Told::parent)
                .containsExactly(CALLER);
        assertThat(platform.traces().of(UNHEARD)).isEmpty();
    }

    /** Becomes an event of the platform's own tenant. */
    private void create(String name, String trace, String flags) {
        Answer unused = platform.client()
                .commands(platform.adminToken())
                .post(
                        "/api/v1/admin/organizations",
                        Map.of("name", name, "slug", name.replace(' ', '-') + "-organization"),
                        Map.of("traceparent", "00-" + trace + "-" + CALLER + "-" + flags))
                .orRefuse();
    }
}
