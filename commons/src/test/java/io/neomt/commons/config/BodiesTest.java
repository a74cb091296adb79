package io.neomt.commons.config;

import static io.neomt.commons.config.RunningSample.VALID;
import static io.neomt.commons.config.RunningSample.code;
import static io.neomt.commons.config.RunningSample.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What comes back for good and bad bodies, paths and pages, through a real server. */
final class BodiesTest {

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
    void aSuccessCarriesDataAndMeta() throws Exception {
        JsonNode body = json(sample.send(sample.post(VALID)), 200);
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
        JsonNode body = json(sample.send(sample.post(sent)), 400);
        assertThat(body.at("/success").booleanValue()).isFalse();
        assertThat(body.at("/error/code").stringValue()).isEqualTo(code);
        assertThat(body.at("/error/message").stringValue()).contains(message);
        assertThat(body.at("/error/details").isObject()).isTrue();
    }

    @Test
    void anUnknownFieldNamesThoseAllowed() throws Exception {
        JsonNode body = json(sample.send(sample.post(VALID.replace("}", ",\"nte\":1}"))), 400);
        assertThat(body.at("/error/details/field").stringValue()).isEqualTo("nte");
        assertThat(body.at("/error/details/allowed").toString())
                .isEqualTo("[\"display_name\",\"effect\",\"note\",\"permission\"]");
    }

    @Test
    void anotherContentTypeIs415() throws Exception {
        HttpRequest request = sample.authorized("/api/v1/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(VALID))
                .build();
        assertThat(code(sample.send(request), 415)).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anotherMethodIs405AndNamesTheAllowedOnes() throws Exception {
        HttpResponse<String> response =
                sample.send(sample.authorized("/api/v1/things").DELETE().build());
        assertThat(code(response, 405)).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @Test
    void anUnknownPathIs404() throws Exception {
        assertThat(code(sample.get("/api/v1/nothing"), 404)).isEqualTo("ROUTE_NOT_FOUND");
    }

    @Test
    void anAddressThatTheServerRefusesIsAnsweredInJson() throws Exception {
        assertThat(code(sample.get("/api/v1/things/a%2Fb"), 400)).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void aMalformedIdIs400() throws Exception {
        assertThat(code(sample.get("/api/v1/things/a:b"), 400)).isEqualTo("INVALID_ID");
        assertThat(code(sample.get("/api/v1/things/0190D5C2-7B3E-7CC0-9D2F-5A1E0C3B4A59"), 400))
                .isEqualTo("INVALID_ID");
        json(sample.get("/api/v1/things/0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59"), 200);
    }

    @Test
    void aRefusalCarriesItsStatusCodeAndDetails() throws Exception {
        JsonNode body = json(sample.get("/api/v1/things/refused"), 422);
        assertThat(body.at("/error/code").stringValue()).isEqualTo("THING_REFUSED");
        assertThat(body.at("/error/details/thing").intValue()).isEqualTo(7);
    }

    @Test
    void aFaultTellsNothingOfItsInside() throws Exception {
        HttpResponse<String> response = sample.get("/api/v1/things/broken");
        assertThat(code(response, 500)).isEqualTo("INTERNAL_ERROR");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("Exception");
    }

    @Test
    void aBodyOverTheLimitIs413WithAndWithoutDeclaredLength() throws Exception {
        byte[] large =
                "{\"display_name\":\"%s\"}".formatted("a".repeat(1 << 20)).getBytes(UTF_8);
        assertThat(code(sample.send(sample.post(BodyPublishers.ofByteArray(large))), 413))
                .isEqualTo("BODY_TOO_LARGE");
        assertThat(code(
                        sample.send(sample.post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                        413))
                .isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void listsArePaged() throws Exception {
        JsonNode body = json(sample.get("/api/v1/things?page=2&page_size=20"), 200);
        assertThat(body.at("/data/0").stringValue()).isEqualTo("thing-20");
        assertThat(body.at("/pagination").toString())
                .isEqualTo(
                        "{\"page\":2,\"page_size\":20,\"total\":45,\"pages\":3,\"has_next\":true,\"has_previous\":true}");
    }

    @ParameterizedTest
    @CsvSource({"page=0,page", "page=-1,page", "page=x,page", "page_size=0,page_size", "page_size=201,page_size"})
    void aPageOutOfRangeIsRefused(String query, String field) throws Exception {
        JsonNode body = json(sample.get("/api/v1/things?" + query), 400);
        assertThat(body.at("/error/details/field").stringValue()).isEqualTo(field);
    }
}
