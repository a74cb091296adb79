package io.neomt.commons.config;

import static io.neomt.commons.config.RunningSample.code;
import static io.neomt.commons.config.RunningSample.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What every service does with a request besides its body, through a real server. */
final class ServiceTest {

    private static RunningSample sample;

    @BeforeAll
    static void start() {
        sample = new RunningSample();
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    void aSafeRequestIdIsEchoedAndAnyOtherReplaced() throws Exception {
        HttpResponse<String> safe = sample.send(sample.authorized("/api/v1/things/context")
                .header("X-Request-ID", "job-7.A_b")
                .build());
        assertThat(safe.headers().firstValue("X-Request-ID")).hasValue("job-7.A_b");
        assertThat(json(safe, 200).at("/meta/request_id").stringValue()).isEqualTo("job-7.A_b");
        HttpResponse<String> unsafe = sample.send(sample.authorized("/api/v1/things/context")
                .header("X-Request-ID", "a b\"<script>")
                .build());
        assertThat(unsafe.headers().firstValue("X-Request-ID").orElseThrow())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aConnectionIsKeptHoweverOftenItIsUsed() throws Exception {
        for (int i = 0; i < 150; i++) {
            HttpResponse<String> answer =
                    sample.send(sample.request("/health/live").build());
            assertThat(answer.headers().firstValue("Connection"))
                    .as("answer " + i)
                    .isEmpty();
        }
    }

    @Test
    void aTraceIsContinued() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        JsonNode body = json(
                sample.send(sample.authorized("/api/v1/things/context")
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .build()),
                200);
        assertThat(body.at("/data/trace/trace_id").stringValue()).isEqualTo(trace);
        assertThat(body.at("/data/trace/span_id").stringValue()).isNotEqualTo("00f067aa0ba902b7");
    }

    @Test
    void oneVersionIsServed() throws Exception {
        json(sample.accepting("application/vnd.api+json;version=1"), 200);
        assertThat(code(sample.accepting("application/vnd.api+json;version=2"), 406))
                .isEqualTo("NOT_ACCEPTABLE");
        assertThat(code(sample.accepting("image/png"), 406)).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void theCallerIsTheTokensSubject() throws Exception {
        JsonNode data = json(sample.get("/api/v1/things/caller"), 200).at("/data");
        assertThat(data.at("/tenant_slug").stringValue()).isEqualTo("acme");
        assertThat(data.at("/external_id").stringValue()).isEqualTo("alice");
        assertThat(data.at("/platform").booleanValue()).isFalse();
    }

    @Test
    void withoutATokenOnlyTheOpenPathsAnswer() throws Exception {
        HttpResponse<String> refused =
                sample.send(sample.request("/api/v1/things").build());
        assertThat(code(refused, 401)).isEqualTo("UNAUTHENTICATED");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(sample.send(sample.request("/health/live").build()).statusCode())
                .isEqualTo(200);
        assertThat(sample.send(sample.request("/metrics").build()).statusCode()).isEqualTo(200);
        assertThat(sample.send(sample.request("/health/live;x=/api").build()).statusCode())
                .isEqualTo(401);
        assertThat(sample.send(sample.request("/.well-known/..;/api/v1/things").build())
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void healthNamesEachDependencyAndSays503WhenARequiredOneIsDown() throws Exception {
        JsonNode body = json(sample.send(sample.request("/health").build()), 503);
        assertThat(body.at("/status").stringValue()).isEqualTo("unhealthy");
        assertThat(body.at("/services/database/status").stringValue()).isEqualTo("unhealthy");
        assertThat(body.at("/services/issuer/status").stringValue()).isEqualTo("healthy");
        assertThat(body.at("/services/issuer/response_time_ms").isNumber()).isTrue();
        assertThat(body.at("/version").stringValue()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(sample.send(sample.request("/health/ready").build()).statusCode())
                .isEqualTo(503);
    }

    @Test
    void requestsAreCountedByTheirRoute() throws Exception {
        sample.get("/api/v1/things/0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59");
        String metrics = sample.send(sample.request("/metrics").build()).body();
        assertThat(metrics)
                .contains("http_requests_total{endpoint=\"/api/v1/things/{id}\",method=\"GET\",status=\"200\"}")
                .contains("http_request_duration_seconds_count{endpoint=\"/api/v1/things/{id}\",method=\"GET\"}")
                .doesNotContain("0190d5c2");
    }

    @Test
    void theInterfaceDescribesItself() throws Exception {
        JsonNode api = json(sample.send(sample.request("/openapi.json").build()), 200);
        JsonNode create = api.at("/paths/~1api~1v1~1things/post");
        assertThat(create.at("/requestBody/content/application~1json/schema/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Thing");
        JsonNode thing = api.at("/components/schemas/Thing");
        assertThat(thing.at("/required").toString()).isEqualTo("[\"display_name\",\"effect\",\"permission\"]");
        assertThat(thing.at("/properties/effect/enum").toString()).isEqualTo("[\"allow\",\"deny\"]");
        assertThat(create.at("/responses/2XX/content/application~1json/schema/properties/data/$ref")
                        .stringValue())
                .isEqualTo("#/components/schemas/Thing");
        assertThat(api.at("/paths/~1api~1v1~1things/get/parameters/1/name").stringValue())
                .isEqualTo("page_size");
        assertThat(api.at("/paths/~1api~1v1~1things~1{id}/get/parameters/0/schema/format")
                        .stringValue())
                .isEqualTo("uuid");
        assertThat(api.at("/paths/~1health/get/security").isArray()).isTrue();
        assertThat(api.at("/paths/~1api~1v1~1things/get").has("security")).isFalse();
    }

    @Test
    void thePageOfTheInterfaceNeedsNoOtherHost() throws Exception {
        HttpResponse<String> page = sample.send(sample.request("/docs").build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("openapi.json")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }
}
