package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenID AuthZEN Authorization API 1.0, over HTTP. */
class AuthzenHttpTest {

    private static final String EVALUATION = "/access/v1/evaluation";
    private static final String EVALUATIONS = "/access/v1/evaluations";
    private static QueryApi api;

    @BeforeAll
    static void start() {
        api = new QueryApi(Map.of("neo.query.public-url", "https://pdp.example.com/"));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aPermitIsBareAndADenialIs200WithItsReason() {
        Client.Answer permit = boss().post(EVALUATION, evaluation("ann", "write", owned("ann")))
                .is(200);
        Client.Answer denial = boss().post(EVALUATION, evaluation("ned", "write", owned("ned")))
                .is(200);

        assertThat(permit.response().body()).isEqualTo("{\"decision\":true}");
        assertThat(permit.header("Content-Type")).isEqualTo("application/json");
        assertThat(permit.header("Consistency-Token")).isNotBlank();
        assertThat(denial.response().body()).isEqualTo("{\"decision\":false,\"context\":{\"reason\":\"not_granted\"}}");
        assertThat(reason(evaluation("nobody", "write", owned("ann")))).isEqualTo("user_unknown");
        assertThat(reason(evaluation("dan", "write", owned("dan")))).isEqualTo("user_deactivated");
    }

    @Test
    void theRequestIdIsEchoedAndUnknownFieldsAreIgnored() {
        String body = "{%s,'futureField':{'nested':[true]},'foo':'bar'}"
                .formatted(four("ann", "write", owned("ann")))
                .replace('\'', '"');
        Client.Answer answer = boss().post(EVALUATION, body, "X-Request-ID", "urn:uuid:7/a+b=c@d~e")
                .is(200);

        assertThat(answer.header("X-Request-ID")).isEqualTo("urn:uuid:7/a+b=c@d~e");
        assertThat(answer.at("/decision").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"x\"",
                "{}",
                "{\"subject\":{\"type\":\"user\",\"id\":\"x\"},\"subject\":{\"type\":\"user\",\"id\":\"y\"}}",
                "{\"subject\":\"ann\",\"action\":{\"name\":\"read\"},\"resource\":{\"type\":\"a\",\"id\":\"1\"}}"
            })
    void whatIsNoEvaluationIs400(String body) {
        for (String path : new String[] {EVALUATION, EVALUATIONS}) {
            assertThat(boss().post(path, body).is(400).text("/error/message")).isNotBlank();
        }
    }

    @Test
    void anotherContentTypeIs400AndAMissingTokenIs401() {
        String body = evaluation("ann", "write", owned("ann"));

        boss().postAs("text/plain", EVALUATION, body).refused(400, "MALFORMED_REQUEST");
        api.nobody().post(EVALUATION, body).is(401);
        api.as(api.acme, "ned").post(EVALUATION, body).refused(403, "FORBIDDEN");
        api.as(api.acme, "ned")
                .post(EVALUATION, evaluation("ned", "read", owned("ned")))
                .is(200);
    }

    @Test
    void aBatchIsAnsweredInItsOrderWithItsDefaults() {
        String body = "{'subject':%s,'action':{'name':'write'},'evaluations':[{'resource':%s},{'resource':%s},{},"
                        .formatted(user("ann"), owned("ann"), owned("ned"))
                + "{'action':{'name':'delete'},'resource':%s},{'subject':%s,'resource':%s}]}"
                        .formatted(owned("ann"), user("ned"), owned("ned"));
        Client.Answer answer = boss().post(EVALUATIONS, body.replace('\'', '"')).is(200);

        assertThat(decisions(answer)).isEqualTo("[true,false,false,true,false]");
        assertThat(answer.at("/decision").isMissingNode()).isTrue();
        assertThat(answer.text("/evaluations/2/context/error/message")).isEqualTo("resource: is missing");
        assertThat(answer.at("/evaluations/2/context/error/status").intValue()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "execute_all, '[true,false,true]'",
        "deny_on_first_deny, '[true,false]'",
        "permit_on_first_permit, '[true]'"
    })
    void aSemanticSaysWhenItIsEnough(String semantic, String decisions) {
        String body = "{'subject':%s,'action':{'name':'write'},'options':{'evaluations_semantic':'%s'},"
                        .formatted(user("ann"), semantic)
                + "'evaluations':[{'resource':%s},{'resource':{}},{'resource':%s}]}"
                        .formatted(owned("ann"), owned("ann"));

        assertThat(decisions(boss().post(EVALUATIONS, body.replace('\'', '"')).is(200)))
                .isEqualTo(decisions);
    }

    @Test
    void aBodyWithoutAListIsAnsweredLikeASingleEvaluation() {
        String four = four("ann", "write", owned("ann"));

        for (String list : new String[] {"", ",'evaluations':[]"}) {
            assertThat(boss().post(EVALUATIONS, ("{" + four + list + "}").replace('\'', '"'))
                            .is(200)
                            .response()
                            .body())
                    .isEqualTo("{\"decision\":true}");
        }
    }

    @Test
    void usersOfThePlatformNameTheTenant() {
        Client root = api.as(api.platform, "root");
        String body = evaluation("ann", "write", owned("ann"));

        root.post(EVALUATION, body, "X-Tenant", api.acme.slug()).is(200);
        root.post("/api/v1/tenants/" + api.acme.id() + EVALUATION, body).is(200);
        root.post(EVALUATION, body).refused(400, "VALIDATION_ERROR");
        root.post(EVALUATION, body, "X-Tenant", "no-such-tenant").refused(400, "TENANT_NOT_FOUND");
        api.as(api.other, "eve")
                .post(EVALUATION, body, "X-Tenant", api.acme.slug())
                .refused(403, "TENANT_FORBIDDEN");
        assertThat(api.as(api.other, "eve").post(EVALUATION, body).is(200).text("/context/reason"))
                .isEqualTo("user_unknown");
    }

    @Test
    void theConfigurationIsTheConfiguredOneWhateverTheHost() {
        Client.Answer answer = api.nobody()
                .get("/.well-known/authzen-configuration", "X-Forwarded-Host", "evil.example.com")
                .is(200);

        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.text("/policy_decision_point")).isEqualTo("https://pdp.example.com");
        assertThat(answer.text("/access_evaluation_endpoint"))
                .isEqualTo("https://pdp.example.com/access/v1/evaluation");
        assertThat(answer.text("/search_action_endpoint")).isEqualTo("https://pdp.example.com/access/v1/search/action");
        assertThat(answer.response().body()).doesNotContain("127.0.0.1").doesNotContain("evil");
        assertThat(api.nobody()
                        .get("/.well-known/authzen-configuration/api/v1/tenants/any")
                        .is(200)
                        .text("/access_evaluations_endpoint"))
                .isEqualTo("https://pdp.example.com/api/v1/tenants/any/access/v1/evaluations");
    }

    private static String decisions(Client.Answer answer) {
        StringBuilder decisions = new StringBuilder();
        answer.at("/evaluations").forEach(item -> decisions.append(',').append(item.at("/decision")));
        return "[" + decisions.substring(1) + "]";
    }

    private static String reason(String body) {
        return boss().post(EVALUATION, body).is(200).text("/context/reason");
    }

    private static Client boss() {
        return api.as(api.acme, "boss");
    }

    private static String evaluation(String user, String action, String resource) {
        return ("{" + four(user, action, resource) + "}").replace('\'', '"');
    }

    private static String four(String user, String action, String resource) {
        return "'subject':%s,'action':{'name':'%s'},'resource':%s,'context':{'time':'2026-03-01T12:00:00Z'}"
                .formatted(user(user), action, resource);
    }

    private static String user(String name) {
        return "{'type':'user','id':'" + Ids.user(name) + "'}";
    }

    private static String owned(String owner) {
        return "{'type':'posts','id':'7','properties':{'owner':'" + Ids.user(owner) + "'}}";
    }
}
