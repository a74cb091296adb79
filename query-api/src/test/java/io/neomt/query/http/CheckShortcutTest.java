package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.web.context.support.ServletRequestHandledEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks are answered alike, whether they come straight to their controller or the way of all requests. */
class CheckShortcutTest {

    private static final String PATH = "/api/v1/check";
    private static final String GOOD = check("ann", "posts.write.own");

    /** What no client sends and everybody who understands JSON may: it is not looked for. */
    private static final String[] THE_WAY_OF_ALL = {"Accept", "application/json;q=0.9", "X-Request-ID", "same"};

    static final List<String> BODIES = List.of(
            GOOD,
            check("ann", "files.delete.own"),
            check("nobody", "users.read.own"),
            "{\"user_id\":\"%s\",\"action\":\"files.delete\",\"resource\":{\"type\":\"file\",\"id\":\"7\"}}"
                    .formatted(Ids.user("ann")),
            "{\"user_id\":",
            "{\"user_id\":\"a:b\",\"permission\":\"a.b.own\"}",
            "{\"permission\":\"a.b.own\"}",
            "{\"user_id\":7,\"permission\":\"a.b.own\"}",
            "{\"user\":\"ann\"}",
            GOOD + GOOD,
            "{}",
            "[]",
            "[" + GOOD + "]",
            "null",
            "\"text\"",
            " ",
            "");
    static final List<String> BATCHES = List.of(
            "{\"checks\":[" + GOOD + "," + check("dan", "a.b.own") + "]}",
            "{\"checks\":[" + GOOD + ",{\"user_id\":\"a:b\"}]}",
            "{\"checks\":[" + GOOD + ",null]}",
            "{\"checks\":[" + GOOD + ",7]}",
            "{\"checks\":[]}",
            "{\"checks\":null}",
            "null",
            GOOD);
    static final List<String> PATHS = List.of(
            "/api/v1/check/",
            "/api/v1/check?tenant=platform",
            "/api/v1/check/batch",
            "/api/v1/tenants/{acme}/check",
            "/api/v1/tenants/{acme}/check/batch",
            "/api/v1/tenants/no-such-tenant/check",
            "/api/v1/tenants/platform/check",
            "/api/v1/tenants/{ACME}/check",
            "/api/v1/tenants/{%acme}/check",
            "/api/v1/tenants/{acme};a=b/check",
            "/api/v1/tenants//check",
            "/api/v1/tenants/{acme}/check/check",
            "/api/v1/tenants/" + "a".repeat(200) + "/check");

    private static QueryApi api;

    @BeforeAll
    static void start() {
        api = new QueryApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @FieldSource("BODIES")
    void oneCheckIsAnsweredAlike(String body) {
        isAnsweredAlike(boss(), PATH, body);
    }

    @ParameterizedTest
    @FieldSource("BATCHES")
    void manyAreAnsweredAlike(String body) {
        isAnsweredAlike(boss(), PATH + "/batch", body);
    }

    @ParameterizedTest
    @FieldSource("PATHS")
    void whateverThePathIs(String path) {
        isAnsweredAlike(boss(), path, GOOD);
    }

    @Test
    void whoeverAsks() {
        for (Client client : List.of(
                api.as(api.acme, "ned"),
                api.as(api.acme, "dan"),
                api.as(api.acme, "stranger"),
                api.as(api.platform, "root"),
                api.as(api.platform, "clerk"),
                api.as(api.other, "eve"),
                api.nobody())) {
            isAnsweredAlike(client, PATH, GOOD);
            isAnsweredAlike(client, "/api/v1/tenants/{acme}/check", GOOD);
        }
    }

    @Test
    void whatIsWrongWithTheHeadersIsSaidAsEver() {
        boss().postAs("text/plain", PATH, GOOD).refused(415, "UNSUPPORTED_MEDIA_TYPE");
        boss().post(PATH, GOOD, "Accept", "text/html").refused(406, "NOT_ACCEPTABLE");
        boss().post(PATH, GOOD, "Accept", "application/vnd.api+json;version=2").refused(406, "NOT_ACCEPTABLE");
        boss().post(PATH, GOOD, "X-Consistency", "sometimes").refused(400, "VALIDATION_ERROR");
        boss().postAs("application/json; charset=UTF-8", PATH, GOOD).is(200);
        boss().post(PATH, GOOD, "Accept", "application/json, text/plain, */*").is(200);
    }

    @Test
    void whatIsSentAsMostSendItIsNotSeenBySpring() throws InterruptedException {
        BlockingQueue<String> dispatched = new LinkedBlockingQueue<>();
        api.listen(event -> {
            if (event instanceof ServletRequestHandledEvent handled) {
                dispatched.add(handled.getRequestUrl());
            }
        });
        boss().post(PATH, GOOD).is(200);
        boss().post(PATH + "/batch", "{\"checks\":[" + GOOD + "]}").is(200);
        boss().post("/api/v1/tenants/" + api.acme.slug() + "/check", GOOD).is(200);
        boss().post(PATH, "{").is(400);
        boss().post(PATH, GOOD, THE_WAY_OF_ALL).is(200);

        assertThat(dispatched.poll(10, TimeUnit.SECONDS)).isEqualTo(PATH);
        assertThat(dispatched).isEmpty();
    }

    @Test
    void bothAreCountedAsOneRoute() {
        for (String endpoint : List.of("/api/v1/check", "/api/v1/tenants/{tenant}/check")) {
            String path = endpoint.replace("{tenant}", api.acme.slug());
            long before = counted(endpoint);
            boss().post(path, GOOD).is(200);
            boss().post(path, GOOD, THE_WAY_OF_ALL).is(200);
            assertThat(counted(endpoint)).as(endpoint).isEqualTo(before + 2);
        }
    }

    private static long counted(String endpoint) {
        return api.nobody()
                .get("/metrics")
                .is(200)
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("http_requests_total{")
                        && line.contains("endpoint=\"" + endpoint + "\"")
                        && line.contains("status=\"200\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void isAnsweredAlike(Client client, String where, String body) {
        String acme = api.acme.slug();
        String path = where.replace("{acme}", acme)
                .replace("{ACME}", acme.toUpperCase(Locale.ROOT))
                .replace("{%acme}", "%%%02x".formatted((int) acme.charAt(0)) + acme.substring(1));
        Client.Answer straight = client.post(path, body, "X-Request-ID", "same");
        Client.Answer asAll = client.post(path, body, THE_WAY_OF_ALL);

        assertThat(straight.response().statusCode())
                .as(straight.response().body())
                .isEqualTo(asAll.response().statusCode());
        for (String header : List.of("Content-Type", "Consistency-Token", "Retry-After", "X-Request-ID")) {
            assertThat(Objects.toString(straight.header(header))).isEqualTo(Objects.toString(asAll.header(header)));
        }
        assertThat(withoutTime(straight)).isEqualTo(withoutTime(asAll));
    }

    private static JsonNode withoutTime(Client.Answer answer) {
        JsonNode body = answer.at("");
        for (String part : List.of("/meta", "/error")) {
            if (body.at(part) instanceof ObjectNode some) {
                some.remove("timestamp");
            }
        }
        return body;
    }

    private static Client boss() {
        return api.as(api.acme, "boss");
    }

    private static String check(String user, String permission) {
        return "{\"user_id\":\"%s\",\"permission\":\"%s\"}".formatted(Ids.user(user), permission);
    }
}
