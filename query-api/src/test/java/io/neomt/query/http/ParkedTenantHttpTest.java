package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.event.Position;
import io.neomt.query.worlds.Ids;
import io.neomt.testkit.backends.Await;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A tenant whose views stand before an event is answered from what they last were, and says so. */
class ParkedTenantHttpTest {

    private static final String CHECK = "{\"user_id\":\"" + Ids.user("eve") + "\",\"permission\":\"a.b.own\"}";
    private static final String EVALUATION = "{\"subject\":{\"type\":\"user\",\"id\":\"" + Ids.user("eve")
            + "\"},\"action\":{\"name\":\"b\"},\"resource\":{\"type\":\"a\",\"id\":\"1\"}}";

    private static final String SEARCH = "{\"subject\":{\"type\":\"user\",\"id\":\"" + Ids.user("eve")
            + "\"},\"resource\":{\"type\":\"a\",\"id\":\"1\"}}";

    @Test
    void itAnswersFromTheLastGoodStateAndSaysThatItIsStale() {
        try (QueryApi api = new QueryApi()) {
            Client eve = api.as(api.other, "eve");
            assertThat(eve.post("/api/v1/check", CHECK)
                            .is(200)
                            .at("/data/consistency/stale")
                            .isMissingNode())
                    .isTrue();
            park(api, QueryApi.POSITION.value() + 1);
            Await.until("it to be known", () -> isStale(eve));

            Client.Answer check = eve.post("/api/v1/check", CHECK).is(200);
            assertThat(check.at("/data/allowed").booleanValue()).isTrue();
            assertThat(check.at("/data/consistency/position").longValue()).isEqualTo(QueryApi.POSITION.value());
            assertThat(eve.post("/api/v1/check/batch", "{\"checks\":[" + CHECK + "]}")
                            .is(200)
                            .at("/data/consistency/stale")
                            .booleanValue())
                    .isTrue();
            assertThat(eve.get("/api/v1/users").is(200).at("/meta/stale").booleanValue())
                    .isTrue();
            assertThat(eve.post("/access/v1/evaluation", EVALUATION)
                            .is(200)
                            .at("/context/stale")
                            .booleanValue())
                    .isTrue();

            assertThat(eve.post("/access/v1/search/action", SEARCH)
                            .is(200)
                            .at("/context/stale")
                            .booleanValue())
                    .isTrue();

            whatIsBehindTheEventIsRefusedAtOnce(api, eve);
            assertThat(api.as(api.acme, "boss")
                            .get("/api/v1/users")
                            .is(200)
                            .at("/meta/stale")
                            .isMissingNode())
                    .isTrue();

            park(api, null);
            Await.until("it to go on", () -> !isStale(eve));
        }
    }

    private static void whatIsBehindTheEventIsRefusedAtOnce(QueryApi api, Client eve) {
        String seen = api.backends().consistencyToken(api.other, QueryApi.POSITION, 1);
        String beyond = api.backends().consistencyToken(api.other, new Position(QueryApi.POSITION.value() + 1), 1);
        eve.post("/api/v1/check", CHECK, ConsistencyToken.HEADER, seen).is(200);

        long since = System.nanoTime();
        Client.Answer refused = eve.post("/api/v1/check", CHECK, ConsistencyToken.HEADER, beyond)
                .refused(503, "CONSISTENCY_UNAVAILABLE");
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofMillis(500));
        assertThat(refused.text("/error/message"))
                .contains("stand before the event at position " + (QueryApi.POSITION.value() + 1));
    }

    @Test
    void whereThatIsConfiguredEverybodyIsDenied() {
        try (QueryApi api = new QueryApi(Map.of("neo.query.parked", "deny"))) {
            Client eve = api.as(api.other, "eve");
            Client root = api.as(api.platform, "root");
            String path = "/api/v1/tenants/" + api.other.slug() + "/check";
            assertThat(root.post(path, CHECK).is(200).at("/data/allowed").booleanValue())
                    .isTrue();
            park(api, QueryApi.POSITION.value() + 1);

            Await.until(
                    "it to be denied",
                    () -> !root.post(path, CHECK).is(200).at("/data/allowed").booleanValue());
            assertThat(root.post(path, CHECK).is(200).text("/data/reason")).isEqualTo("tenant_parked");
            eve.get("/api/v1/users").is(403);
            assertThat(api.as(api.acme, "boss")
                            .get("/api/v1/users")
                            .is(200)
                            .at("/meta/stale")
                            .isMissingNode())
                    .isTrue();
        }
    }

    private static boolean isStale(Client eve) {
        return eve.post("/api/v1/check", CHECK)
                .is(200)
                .at("/data/consistency/stale")
                .asBoolean(false);
    }

    private static void park(QueryApi api, @Nullable Long position) {
        api.backends().platform().parkedAt(api.other, position);
    }
}
