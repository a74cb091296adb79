package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.worlds.Crowd;
import io.neomt.query.worlds.Question;
import io.neomt.query.worlds.Requests;
import io.neomt.query.worlds.Stored;
import io.neomt.testkit.Seeds;
import io.neomt.testkit.permissions.Answer;
import io.neomt.testkit.permissions.PermissionCase;
import io.neomt.testkit.permissions.PermissionCases;
import io.neomt.testkit.permissions.World;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Over HTTP every check is answered as the cases and the reference evaluator say, and explained as it is answered; lists
 * hold what they say yes to.
 */
class WorldsHttpTest {

    private static final int WORLDS = 2_000;
    private static final int SIDE_BY_SIDE = 100;
    private static final int CHECKS = 12;
    private static final int EXPLAINED = 200;
    /** To these lists are asked for. */
    private static final int LISTED = 600;

    private static final int LISTED_YES = 120;
    /** In one request. */
    private static final int MOST = 1_000;

    private static QueryApi api;
    private static SetClock clock;
    private static Client root;
    private static Map<String, Tenant> tenants;

    @BeforeAll
    static void start() {
        api = QueryApi.withSetClock();
        clock = api.bean(SetClock.class);
        root = api.as(api.platform, "root");
        tenants = Map.of(
                World.ACTIVE,
                api.tenant(World.ACTIVE),
                "suspended",
                api.tenant("suspended"),
                "deleted",
                api.tenant("deleted"));
    }

    @AfterAll
    static void stop() {
        tenants.values().forEach(api::clear);
        api.close();
    }

    @Test
    void everyCheckIsAnsweredAndExplainedAsTheCasesSay() {
        for (PermissionCase example : PermissionCases.all()) {
            Tenant tenant = becoming(example.world(), Map.of());
            for (PermissionCase.Expected expected : example.checks()) {
                Supplier<String> about = () -> "%s: %s".formatted(example, expected);
                clock.set(expected.check().at());
                String body = Bodies.check(Requests.describing(expected.check()));
                JsonNode answer = ask(tenant, "check", body).at("/data");
                assertThat(answer.at("/allowed").booleanValue()).as(about).isEqualTo(expected.allowed());
                assertThat(answer.at("/reason").asString()).as(about).isEqualTo(expected.reason());
                assertThat(condition(answer)).as(about).isEqualTo(String.valueOf(expected.condition()));
                if (expected.path() != null) {
                    assertThat(path(answer.at("/source"))).as(about).isEqualTo(expected.path());
                }
                explained(tenant, body, answer, about);
            }
        }
    }

    @Test
    void everyCheckAndEveryListIsAsTheReferenceEvaluatorSaysInRandomWorlds() {
        Set<String> reasons = new HashSet<>();
        AtomicInteger found = new AtomicInteger();
        long first = Seeds.first(WorldsHttpTest.class);
        Random sizes = new Random(first);
        Crowd.all(first, WORLDS, SIDE_BY_SIDE, CHECKS).forEach(crowd -> {
            Tenant tenant = becoming(crowd.world(), crowd.stored());
            crowd.moments().forEach((moment, questions) -> agree(tenant, moment, questions));
            crowd.every(EXPLAINED).forEach(question -> agree(tenant, question));
            HttpLists lists = new HttpLists(root, tenant, crowd, sizes);
            crowd.telling(LISTED, LISTED_YES).forEach(question -> {
                clock.set(question.check().at());
                found.addAndGet(lists.agree(question));
            });
            crowd.questions().forEach(question -> reasons.add(question.right().reason()));
        });
        assertThat(reasons)
                .contains("granted", "denied", "not_granted", "condition_undecidable")
                .contains("user_unknown", "user_deactivated", "user_deleted", "tenant_suspended", "tenant_deleted");
        assertThat(found).hasValueGreaterThan(WORLDS);
    }

    private static void agree(Tenant tenant, Instant moment, List<Question> questions) {
        clock.set(moment);
        List<Question> sayable = questions.stream()
                .filter(question -> Bodies.canBeSaid(question.request()))
                .toList();
        for (int from = 0; from < sayable.size(); from += MOST) {
            List<Question> asked = sayable.subList(from, Math.min(from + MOST, sayable.size()));
            List<CheckRequest> requests = asked.stream().map(Question::request).toList();
            JsonNode results =
                    ask(tenant, "check/batch", Bodies.batch(requests)).at("/data/results");
            assertThat(results.size()).isEqualTo(asked.size());
            for (int i = 0; i < asked.size(); i++) {
                agree(asked.get(i), results.get(i));
            }
        }
    }

    /** Alone, and why. */
    private static void agree(Tenant tenant, Question question) {
        if (Bodies.canBeSaid(question.request())) {
            clock.set(question.check().at());
            String body = Bodies.check(question.request());
            JsonNode answer = ask(tenant, "check", body).at("/data");
            agree(question, answer);
            explained(tenant, body, answer, question::toString);
        }
    }

    private static void agree(Question question, JsonNode answer) {
        Answer right = question.right();
        assertThat(answer.at("/allowed").booleanValue()).as(question::toString).isEqualTo(right.allowed());
        assertThat(answer.at("/reason").asString()).as(question::toString).isEqualTo(right.reason());
        if (answer.has("condition")) {
            assertThat(right.conditions()).as(question::toString).contains(condition(answer));
        }
        if (answer.has("source")) {
            assertThat(right.paths()).as(question::toString).contains(path(answer.at("/source")));
        }
    }

    private static void explained(Tenant tenant, String body, JsonNode answer, Supplier<String> about) {
        JsonNode explanation = ask(tenant, "explain", body).at("/data");
        assertThat(explanation.at("/allowed")).as(about).isEqualTo(answer.at("/allowed"));
        assertThat(explanation.at("/reason")).as(about).isEqualTo(answer.at("/reason"));
        assertThat(condition(explanation)).as(about).isEqualTo(condition(answer));
        assertThat(explanation.at("/decided_by")).as(about).isEqualTo(answer.at("/source"));
    }

    private static String condition(JsonNode answer) {
        return answer.has("condition") ? answer.at("/condition").asString() : "null";
    }

    private static List<String> path(JsonNode source) {
        return Stream.of("/source/teams", "/source/path")
                .flatMap(names -> source.at(names).valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static Client.Answer ask(Tenant tenant, String path, String body) {
        return root.post("/api/v1/tenants/" + tenant.slug() + "/" + path, body).is(200);
    }

    /** The tenant of the world's status, with this world in place of what was there. */
    private static Tenant becoming(World world, Map<String, Stored> stored) {
        Tenant tenant = Objects.requireNonNull(tenants.get(world.tenantStatus()));
        api.become(tenant, world, stored);
        return tenant;
    }
}
