package io.neomt.commons.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.security.Issuer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What every service does with a request, through a real server. */
final class ServiceTest {

    private static final Issuer ISSUER = new Issuer();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VALID = "{\"display_name\":\"a\",\"effect\":\"allow\",\"permission\":\"users.read.*\"}";

    private static ConfigurableApplicationContext service;
    private static URI base;

    @BeforeAll
    static void start() {
        service = ServiceApplication.start(
                SampleApplication.class, "sample-service", "--neo.security.issuer-base-url=" + ISSUER.baseUrl());
        base = URI.create("http://127.0.0.1:" + ServiceApplication.port(service));
    }

    @AfterAll
    static void stop() {
        service.close();
        ISSUER.close();
        HTTP.close();
    }

    @Test
    void aSuccessCarriesDataAndMeta() throws Exception {
        JsonNode body = json(send(post(VALID)), 200);
        assertThat(body.at("/success").booleanValue()).isTrue();
        assertThat(body.at("/data/display_name").stringValue()).isEqualTo("a");
        assertThat(body.at("/data/effect").stringValue()).isEqualTo("allow");
        assertThat(body.at("/data/permission").stringValue()).isEqualTo("users.read.*");
        assertThat(body.at("/meta/version").stringValue()).isEqualTo("v1");
        assertThat(body.at("/meta/timestamp").stringValue()).endsWith("Z");
        assertThat(body.at("/meta/request_id").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"display_name": | MALFORMED_REQUEST | not valid JSON at line 1
            `` | MALFORMED_REQUEST | missing
            {"display_name":"a","effect":"allow","permission":"a.b.own"} extra | MALFORMED_REQUEST | not valid JSON
            {"display_name":"a","display_name":"b"} | MALFORMED_REQUEST | not valid JSON
            {"effect":"allow","permission":"a.b.own"} | VALIDATION_ERROR | display_name: is missing
            {"display_name":null,"effect":"allow","permission":"a.b.own"} | VALIDATION_ERROR | display_name: is missing
            {"display_name":"a","effect":"maybe","permission":"a.b.own"} | VALIDATION_ERROR | effect: is one of allow, deny
            {"display_name":"a","effect":"ALLOW","permission":"a.b.own"} | VALIDATION_ERROR | effect: is one of allow, deny
            {"display_name":"a","effect":1,"permission":"a.b.own"} | VALIDATION_ERROR | effect
            {"display_name":"a","effect":"allow","permission":"Users.Read"} | INVALID_PERMISSION | segments
            {"display_name":"a","effect":"allow","permission":"a.b.own","nte":1} | VALIDATION_ERROR | nte: is not a known field; known are display_name, effect, note, permission
            {"display_name":"a","effect":"allow","permission":"a.b.own","note":"1"} | VALIDATION_ERROR | note: is not a number
            {"display_name":"a","effect":"allow","permission":"a.b.own","note":1.5} | VALIDATION_ERROR | note: is not a number
            {"display_name":5,"effect":"allow","permission":"a.b.own"} | VALIDATION_ERROR | display_name: is not a text
            [] | VALIDATION_ERROR | body: is not an object
            """)
    void aBadBodyIsNamed(String sent, String code, String message) throws Exception {
        JsonNode body = json(send(post(sent)), 400);
        assertThat(body.at("/success").booleanValue()).isFalse();
        assertThat(body.at("/error/code").stringValue()).isEqualTo(code);
        assertThat(body.at("/error/message").stringValue()).contains(message);
        assertThat(body.at("/error/details").isObject()).isTrue();
    }

    @Test
    void anUnknownFieldNamesThoseAllowed() throws Exception {
        JsonNode body = json(send(post(VALID.replace("}", ",\"nte\":1}"))), 400);
        assertThat(body.at("/error/details/field").stringValue()).isEqualTo("nte");
        assertThat(body.at("/error/details/allowed").toString())
                .isEqualTo("[\"display_name\",\"effect\",\"note\",\"permission\"]");
    }

    @Test
    void anotherContentTypeIs415() throws Exception {
        HttpRequest request = authorized("/api/v1/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(VALID))
                .build();
        assertThat(code(send(request), 415)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anotherMethodIs405AndNamesTheAllowedOnes() throws Exception {
        HttpResponse<String> response =
                send(authorized("/api/v1/things").DELETE().build());
        assertThat(code(response, 405)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void anUnknownPathIs404() throws Exception {
        assertThat(code(get("/api/v1/nothing"), 404)).isEqualTo("ROUTE_NOT_FOUND");
    }

    @Test
    void anAddressThatTheServerRefusesIsAnsweredInJson() throws Exception {
        assertThat(code(get("/api/v1/things/a%2Fb"), 400)).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void aMalformedIdIs400() throws Exception {
        assertThat(code(get("/api/v1/things/a:b"), 400)).isEqualTo("INVALID_ID");
        assertThat(code(get("/api/v1/things/0190D5C2-7B3E-7CC0-9D2F-5A1E0C3B4A59"), 400))
                .isEqualTo("INVALID_ID");
        json(get("/api/v1/things/0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59"), 200);
    }

    @Test
    void aRefusalCarriesItsStatusCodeAndDetails() throws Exception {
        JsonNode body = json(get("/api/v1/things/refused"), 422);
        assertThat(body.at("/error/code").stringValue()).isEqualTo("THING_REFUSED");
        assertThat(body.at("/error/details/thing").intValue()).isEqualTo(7);
    }

    @Test
    void aFaultTellsNothingOfItsInside() throws Exception {
        HttpResponse<String> response = get("/api/v1/things/broken");
        assertThat(code(response, 500)).isEqualTo("INTERNAL_ERROR");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aBodyOverTheLimitIs413WithAndWithoutDeclaredLength() throws Exception {
        byte[] large =
                "{\"display_name\":\"%s\"}".formatted("a".repeat(1 << 20)).getBytes(UTF_8);
        assertThat(code(send(post(BodyPublishers.ofByteArray(large))), 413)).isEqualTo("BODY_TOO_LARGE");
        assertThat(code(send(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))), 413))
                .isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void listsArePaged() throws Exception {
        JsonNode body = json(get("/api/v1/things?page=2&page_size=20"), 200);
        assertThat(body.at("/data/0").stringValue()).isEqualTo("thing-20");
        assertThat(body.at("/pagination").toString())
                .isEqualTo(
                        "{\"page\":2,\"page_size\":20,\"total\":45,\"pages\":3,\"has_next\":true,\"has_previous\":true}");
    }

    @ParameterizedTest
    @CsvSource({"page=0,page", "page=-1,page", "page=x,page", "page_size=0,page_size", "page_size=201,page_size"})
    void aPageOutOfRangeIsRefused(String query, String field) throws Exception {
        JsonNode body = json(get("/api/v1/things?" + query), 400);
        assertThat(body.at("/error/details/field").stringValue()).isEqualTo(field);
    }

    @Test
    void aSafeRequestIdIsEchoedAndAnyOtherReplaced() throws Exception {
        HttpResponse<String> safe = send(authorized("/api/v1/things/context")
                .header("X-Request-ID", "job-7.A_b")
                .build());
        assertThat(safe.headers().firstValue("X-Request-ID")).hasValue("job-7.A_b");
        assertThat(json(safe, 200).at("/meta/request_id").stringValue()).isEqualTo("job-7.A_b");
        HttpResponse<String> unsafe = send(authorized("/api/v1/things/context")
                .header("X-Request-ID", "a b\"<script>")
                .build());
        assertThat(unsafe.headers().firstValue("X-Request-ID").orElseThrow())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aTraceIsContinued() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        JsonNode body = json(
                send(authorized("/api/v1/things/context")
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .build()),
                200);
        assertThat(body.at("/data/trace/trace_id").stringValue()).isEqualTo(trace);
        assertThat(body.at("/data/trace/span_id").stringValue()).isNotEqualTo("00f067aa0ba902b7");
    }

    @Test
    void oneVersionIsServed() throws Exception {
        json(accepting("application/vnd.api+json;version=1"), 200);
        assertThat(code(accepting("application/vnd.api+json;version=2"), 406)).isEqualTo("NOT_ACCEPTABLE");
        assertThat(code(accepting("image/png"), 406)).isEqualTo("NOT_ACCEPTABLE");
    }

    @Test
    void theCallerIsTheTokensSubject() throws Exception {
        JsonNode data = json(get("/api/v1/things/caller"), 200).at("/data");
        assertThat(data.at("/tenant_slug").stringValue()).isEqualTo("acme");
        assertThat(data.at("/external_id").stringValue()).isEqualTo("alice");
        assertThat(data.at("/platform").booleanValue()).isFalse();
    }

    @Test
    void withoutATokenOnlyTheOpenPathsAnswer() throws Exception {
        HttpResponse<String> refused = send(request("/api/v1/things").build());
        assertThat(code(refused, 401)).isEqualTo("UNAUTHENTICATED");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(send(request("/health/live").build()).statusCode()).isEqualTo(200);
        assertThat(send(request("/metrics").build()).statusCode()).isEqualTo(200);
        assertThat(send(request("/health/live;x=/api").build()).statusCode()).isEqualTo(401);
        assertThat(send(request("/.well-known/..;/api/v1/things").build()).statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void healthNamesEachDependencyAndSays503WhenARequiredOneIsDown() throws Exception {
        JsonNode body = json(send(request("/health").build()), 503);
        assertThat(body.at("/status").stringValue()).isEqualTo("unhealthy");
        assertThat(body.at("/services/database/status").stringValue()).isEqualTo("unhealthy");
        assertThat(body.at("/services/issuer/status").stringValue()).isEqualTo("healthy");
        assertThat(body.at("/services/issuer/response_time_ms").isNumber()).isTrue();
        assertThat(body.at("/version").stringValue()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(send(request("/health/ready").build()).statusCode()).isEqualTo(503);
    }

    @Test
    void requestsAreCountedByTheirRoute() throws Exception {
        get("/api/v1/things/0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59");
        String metrics = send(request("/metrics").build()).body();
        assertThat(metrics)
                .contains("http_requests_total{endpoint=\"/api/v1/things/{id}\",method=\"GET\",status=\"200\"}")
                .contains("http_request_duration_seconds_count{endpoint=\"/api/v1/things/{id}\",method=\"GET\"}")
                .doesNotContain("0190d5c2");
    }

    @Test
    void theInterfaceDescribesItself() throws Exception {
        JsonNode api = json(send(request("/openapi.json").build()), 200);
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
        HttpResponse<String> page = send(request("/docs").build());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("openapi.json")
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    private static HttpResponse<String> accepting(String types) throws IOException, InterruptedException {
        return send(authorized("/api/v1/things").header("Accept", types).build());
    }

    private static HttpRequest post(String body) {
        return post(BodyPublishers.ofString(body));
    }

    private static HttpRequest post(HttpRequest.BodyPublisher body) {
        return authorized("/api/v1/things")
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(authorized(path).build());
    }

    private static HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + ISSUER.token("tenant-acme", "alice"));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> response, int status) {
        return json(response, status).at("/error/code").stringValue();
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
