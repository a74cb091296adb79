package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckHttpTest {

    private static QueryApi api;

    @BeforeAll
    static void start() {
        api = new QueryApi();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void anAllowedCheckSaysWhyAndFromWhichPosition() {
        Client.Answer answer =
                boss().post("/api/v1/check", check("ann", "posts.write.own")).is(200);

        assertThat(answer.at("/data/allowed").booleanValue()).isTrue();
        assertThat(answer.text("/data/reason")).isEqualTo("granted");
        assertThat(answer.text("/data/source/permission")).isEqualTo("posts.write.team");
        assertThat(answer.text("/data/source/source/type")).isEqualTo("role");
        assertThat(answer.at("/data/source/source/path")).hasToString("[\"lead\",\"member\"]");
        assertThat(answer.at("/data/consistency/position").longValue()).isEqualTo(7);
        assertThat(answer.header("Consistency-Token")).isNotBlank();
    }

    @Test
    void aDeniedCheckIsAnAnswer() {
        Client.Answer denied =
                boss().post("/api/v1/check", check("ann", "files.delete.own")).is(200);

        assertThat(denied.at("/data/allowed").booleanValue()).isFalse();
        assertThat(denied.text("/data/reason")).isEqualTo("denied");
        assertThat(denied.text("/data/source/effect")).isEqualTo("deny");
        assertThat(denied.text("/data/source/source/type")).isEqualTo("direct");
        assertThat(reason("ann", "users.read.own")).isEqualTo("not_granted");
        assertThat(reason("dan", "users.read.own")).isEqualTo("user_deactivated");
        assertThat(reason("nobody", "users.read.own")).isEqualTo("user_unknown");
    }

    @Test
    void anActionOnAResourceIsCheckedInItsScope() {
        assertThat(onFile("ann")).isEqualTo("denied");
        assertThat(onFile("ned")).isEqualTo("granted");
    }

    @Test
    void everybodyMayAskAboutThemselvesAndFewAboutOthers() {
        Client ned = api.as(api.acme, "ned");

        ned.post("/api/v1/check", check("ned", "users.read.own")).is(200);
        Client.Answer refused =
                ned.post("/api/v1/check", check("ann", "users.read.own")).refused(403, "FORBIDDEN");
        assertThat(refused.text("/error/details/permission")).isEqualTo("permissions.check.tenant");
        assertThat(refused.text("/error/details/reason")).isEqualTo("not_granted");
        assertThat(api.as(api.acme, "dan")
                        .post("/api/v1/check", check("ann", "users.read.own"))
                        .refused(403, "FORBIDDEN")
                        .text("/error/details/reason"))
                .isEqualTo("user_deactivated");
    }

    @Test
    void aSubjectThatIsNoUserMayAskNothing() {
        assertThat(api.as(api.acme, "stranger")
                        .post("/api/v1/check", check("ann", "users.read.own"))
                        .refused(403, "FORBIDDEN")
                        .text("/error/details/reason"))
                .isEqualTo("user_unknown");
    }

    @Test
    void platformUsersAskInEveryTenantWithTheirPlatformPermissions() {
        String path = "/api/v1/tenants/" + api.acme.slug() + "/check";
        String body = check("ann", "posts.write.own");

        assertThat(api.as(api.platform, "root").post(path, body).is(200).text("/data/reason"))
                .isEqualTo("granted");
        api.as(api.platform, "root")
                .post("/api/v1/tenants/" + api.acme.id() + "/check", body)
                .is(200);
        api.as(api.platform, "clerk").post(path, body).refused(403, "FORBIDDEN");
        api.as(api.platform, "root").post("/api/v1/check", body).refused(400, "VALIDATION_ERROR");
    }

    @Test
    void aTenantsUserReachesNoOtherTenantAndLearnsNotWhetherItExists() {
        Client eve = api.as(api.other, "eve");
        for (String tenant : new String[] {api.acme.slug(), api.acme.id().toString(), "no-such-tenant", "platform"}) {
            eve.post("/api/v1/tenants/" + tenant + "/check", check("eve", "a.b.own"))
                    .refused(403, "TENANT_FORBIDDEN");
        }
        assertThat(eve.post("/api/v1/check", check("ann", "posts.write.own"))
                        .is(200)
                        .text("/data/reason"))
                .isEqualTo("user_unknown");
    }

    @Test
    void inATenantThatIsNotActiveEverybodyIsBlocked() {
        Client root = api.as(api.platform, "root");
        String path = "/api/v1/tenants/" + api.later.slug();

        assertThat(root.post(path + "/check", check("ann", "a.b.own")).is(200).text("/data/reason"))
                .isEqualTo("tenant_not_active");
        root.get(path + "/users").refused(409, "TENANT_NOT_ACTIVE");
        api.as(api.later, "ann").post("/api/v1/check", check("ann", "a.b.own")).refused(403, "FORBIDDEN");
    }

    @Test
    void aBatchIsAnsweredInItsOrder() {
        Client.Answer answer = boss().post(
                        "/api/v1/check/batch",
                        batch(
                                check("ann", "posts.write.own"),
                                check("dan", "a.b.own"),
                                check("ann", "posts.write.own"),
                                check("boss", "users.read.team")))
                .is(200);

        assertThat(answer.at("/data/results").size()).isEqualTo(4);
        assertThat(answer.text("/data/results/0/reason")).isEqualTo("granted");
        assertThat(answer.text("/data/results/1/reason")).isEqualTo("user_deactivated");
        assertThat(answer.at("/data/results/2")).isEqualTo(answer.at("/data/results/0"));
        assertThat(answer.text("/data/results/3/source/source/path/0")).isEqualTo("chief");
        assertThat(answer.at("/data/consistency/position").longValue()).isEqualTo(7);
    }

    @Test
    void aBatchIsRefusedAsAWholeWhenOneItemIsMalformed() {
        Client.Answer refused = boss().post(
                        "/api/v1/check/batch", batch(check("ann", "posts.write.own"), check("ann", "Posts.write")))
                .refused(400, "INVALID_PERMISSION");
        assertThat(refused.text("/error/details/field")).isEqualTo("checks[1].permission");

        boss().post("/api/v1/check/batch", "{\"checks\":[null]}").refused(400, "VALIDATION_ERROR");
        boss().post("/api/v1/check/batch", "{\"checks\":[]}").refused(400, "VALIDATION_ERROR");
        boss().post("/api/v1/check/batch", "{}").refused(400, "VALIDATION_ERROR");
        boss().post("/api/v1/check/batch", batch(times(1_001))).refused(400, "VALIDATION_ERROR");
        boss().post("/api/v1/check/batch", batch(times(1_000))).is(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users.Read", "a.b", "a.b.*", "*.b.own", "a.b.all"})
    void aTextThatIsNoPermissionIsRefusedWithWhatIsAllowed(String permission) {
        Client.Answer refused =
                boss().post("/api/v1/check", check("ann", permission)).refused(400, "INVALID_PERMISSION");
        assertThat(refused.text("/error/details/allowed")).contains("resource.action.scope");
    }

    @Test
    void badInputIsNamed() {
        Client boss = boss();
        boss.post("/api/v1/check", "{\"user_id\":").refused(400, "MALFORMED_REQUEST");
        boss.post("/api/v1/check", "{\"user_id\":\"a:b\",\"permission\":\"a.b.own\"}")
                .refused(400, "INVALID_ID");
        boss.post("/api/v1/check", "{\"permission\":\"a.b.own\"}").refused(400, "VALIDATION_ERROR");
        Client.Answer unknown = boss.post("/api/v1/check", "{\"user\":\"ann\",\"permission\":\"a.b.own\"}")
                .refused(400, "VALIDATION_ERROR");
        assertThat(unknown.text("/error/details/field")).isEqualTo("user");
        assertThat(unknown.at("/error/details/allowed").toString()).contains("user_id");
        api.nobody().post("/api/v1/check", check("ann", "a.b.own")).refused(401, "UNAUTHENTICATED");
        boss.get("/api/v1/check").refused(405, "METHOD_NOT_ALLOWED");
    }

    private String onFile(String owner) {
        String body =
                "{\"user_id\":\"%s\",\"action\":\"files.delete\",\"resource\":{\"type\":\"file\",\"id\":\"7\",\"owner_id\":\"%s\"}}"
                        .formatted(Ids.user("ann"), Ids.user(owner));
        return boss().post("/api/v1/check", body).is(200).text("/data/reason");
    }

    private static String reason(String user, String permission) {
        return boss().post("/api/v1/check", check(user, permission)).is(200).text("/data/reason");
    }

    private static Client boss() {
        return api.as(api.acme, "boss");
    }

    private static String check(String user, String permission) {
        return "{\"user_id\":\"%s\",\"permission\":\"%s\"}".formatted(Ids.user(user), permission);
    }

    private static String[] times(int count) {
        return Collections.nCopies(count, check("ann", "posts.write.own")).toArray(String[]::new);
    }

    private static String batch(String... checks) {
        return Stream.of(checks).collect(Collectors.joining(",", "{\"checks\":[", "]}"));
    }
}
