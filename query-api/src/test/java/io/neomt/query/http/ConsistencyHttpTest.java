package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.query.worlds.Ids;
import io.neomt.query.worlds.WorldKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsistencyHttpTest {

    private static final String TOKEN = "Consistency-Token";
    private static final Position AHEAD = new Position(99);

    private static QueryApi api;

    @BeforeAll
    static void start() {
        api = new QueryApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void everythingIsAtOnePosition() {
        api.restoreAcme();
    }

    @Test
    void aTokenThatWasGivenIsTakenByEveryRead() {
        String token = String.valueOf(check().is(200).header(TOKEN));

        for (String path :
                new String[] {"users", "roles", "users/" + Ids.user("ann"), "users/" + Ids.user("ann") + "/permissions"
                }) {
            assertThat(boss().get("/api/v1/" + path, TOKEN, token).is(200).header(TOKEN))
                    .isNotBlank();
        }
        check(TOKEN, token).is(200);
    }

    @Test
    void anAnswerIsNeverOlderThanTheToken() {
        String token = api.backends().consistencyToken(api.acme, AHEAD, 1);

        assertThat(check(TOKEN, token).refused(503, "CONSISTENCY_UNAVAILABLE").header("Retry-After"))
                .isEqualTo("1");
        boss().get("/api/v1/users", TOKEN, token).refused(503, "CONSISTENCY_UNAVAILABLE");
    }

    @Test
    void whatComesMeanwhileIsWaitedFor() throws InterruptedException {
        Position next = new Position(8);
        String token = api.backends().consistencyToken(api.acme, next, 1);
        Thread later = Thread.ofVirtual().start(() -> {
            api.backends().platform().moveTo(api.acme, next);
            WorldKeys.mark(api.backends().redis(), api.acme.id(), next, true);
            WorldKeys.announce(api.backends().redis(), api.acme.id(), next);
        });

        assertThat(check(TOKEN, token).is(200).at("/data/consistency/position").longValue())
                .isEqualTo(8);
        later.join();
    }

    @Test
    void fullyConsistentIsAsNewAsTheHead() {
        check("X-Consistency", "fully_consistent").is(200);
        api.backends().platform().head(api.acme, AHEAD);
        check("X-Consistency", "fully_consistent").refused(503, "CONSISTENCY_UNAVAILABLE");
        check("X-Consistency", "minimize_latency").is(200);
        check("X-Consistency", "best_effort").refused(400, "VALIDATION_ERROR");
    }

    @Test
    void aTokenThatIsChangedForeignOrOfAnotherEpochIsRefused() {
        String token = api.backends().consistencyToken(api.acme, QueryApi.POSITION, 1);
        char last = token.charAt(10) == 'A' ? 'B' : 'A';

        check(TOKEN, token.substring(0, 10) + last + token.substring(11)).refused(400, "INVALID_CONSISTENCY_TOKEN");
        check(TOKEN, "nonsense").refused(400, "INVALID_CONSISTENCY_TOKEN");
        check(TOKEN, of(api.other, 1)).refused(400, "INVALID_CONSISTENCY_TOKEN");
        check(TOKEN, of(api.acme, 2)).refused(409, "CONSISTENCY_TOKEN_EXPIRED");
    }

    @Test
    void aLostRedisChangesNoAnswer() {
        WorldKeys.clear(api.backends().redis(), api.acme.id());

        assertThat(check().is(200).at("/data/allowed").booleanValue()).isTrue();
    }

    private static String of(Tenant tenant, int epoch) {
        return api.backends().consistencyToken(tenant, QueryApi.POSITION, epoch);
    }

    private static Client.Answer check(String... headers) {
        String body = "{\"user_id\":\"%s\",\"permission\":\"posts.write.own\"}".formatted(Ids.user("ann"));
        return boss().post("/api/v1/check", body, headers);
    }

    private static Client boss() {
        return api.as(api.acme, "boss");
    }
}
