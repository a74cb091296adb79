package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import io.neomt.testkit.permissions.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LookupHttpTest {

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
    void usersAreListedInPages() {
        Client.Answer first = boss().get("/api/v1/users?page_size=3").is(200);
        Client.Answer second = boss().get("/api/v1/users?page_size=3&page=2").is(200);

        assertThat(first.at("/data").size()).isEqualTo(3);
        assertThat(second.at("/data").size()).isEqualTo(1);
        assertThat(first.at("/pagination/total").intValue()).isEqualTo(4);
        assertThat(first.at("/pagination/pages").intValue()).isEqualTo(2);
        assertThat(second.at("/pagination/has_next").booleanValue()).isFalse();
        assertThat(boss().get("/api/v1/users?page=1000000000")
                        .is(200)
                        .at("/data")
                        .size())
                .isZero();
    }

    @Test
    void usersAreFiltered() {
        assertThat(names("status=deactivated")).containsExactly("dan");
        assertThat(names("username=B")).containsExactly("boss");
        assertThat(names("email=ann@")).containsExactly("ann");
        assertThat(names("q=the%20n")).containsExactly("ned");
        assertThat(names("q=%25")).isEmpty();
        assertThat(names("q=_nn")).isEmpty();
        assertThat(names("status=active&q=d")).isEmpty();
    }

    @Test
    void aParameterThatIsNotKnownIsRefused() {
        Client.Answer refused = boss().get("/api/v1/users?state=active").refused(400, "VALIDATION_ERROR");
        assertThat(refused.at("/error/details/allowed").toString()).contains("status", "page_size");
        boss().get("/api/v1/users?status=gone").refused(400, "VALIDATION_ERROR");
        boss().get("/api/v1/users?q=%00").refused(400, "VALIDATION_ERROR");
        boss().get("/api/v1/users?page=0").refused(400, "VALIDATION_ERROR");
        boss().get("/api/v1/users?page_size=100000").refused(400, "VALIDATION_ERROR");
    }

    @Test
    void oneUserIsReadWithTheirVersion() {
        Client.Answer ann = boss().get("/api/v1/users/" + Ids.user("ann")).is(200);

        assertThat(ann.text("/data/username")).isEqualTo("ann");
        assertThat(ann.text("/data/external_id")).isEqualTo("ann");
        assertThat(ann.text("/data/status")).isEqualTo(World.ACTIVE);
        assertThat(ann.header("ETag")).isEqualTo("\"1\"");
        boss().get("/api/v1/users/" + UUID.randomUUID()).refused(404, "USER_NOT_FOUND");
        boss().get("/api/v1/users/ann").refused(400, "INVALID_ID");
    }

    @Test
    void aVersionIsNoReasonToAnswerNothing() {
        boss().get("/api/v1/roles/" + Ids.role("lead"), "If-None-Match", "\"1\"")
                .is(200);
    }

    @Test
    void whoMayReadOnlyOneselfReadsNobodyElse() {
        Client ned = api.as(api.acme, "ned");

        ned.get("/api/v1/users/" + Ids.user("ned")).is(200);
        ned.get("/api/v1/users/" + Ids.user("ned") + "/roles").is(200);
        ned.get("/api/v1/users/" + Ids.user("ann")).refused(403, "FORBIDDEN");
        ned.get("/api/v1/users").refused(403, "FORBIDDEN");
        ned.get("/api/v1/roles").refused(403, "FORBIDDEN");
    }

    @Test
    void aUsersRolesAreListed() {
        Client.Answer roles =
                boss().get("/api/v1/users/" + Ids.user("ann") + "/roles").is(200);

        assertThat(roles.at("/data").size()).isEqualTo(1);
        assertThat(roles.text("/data/0/name")).isEqualTo("lead");
        boss().get("/api/v1/users/" + UUID.randomUUID() + "/roles").refused(404, "USER_NOT_FOUND");
    }

    @Test
    void aUsersPermissionsAreListedWithTheirSources() {
        JsonNode all = boss().get("/api/v1/users/" + Ids.user("ann") + "/permissions")
                .is(200)
                .at("/data");

        JsonNode grant = named(all, "files.*.tenant");
        assertThat(grant.at("/source/type").asString()).isEqualTo("direct");
        assertThat(grant.at("/effectiveness").asString()).isEqualTo("partial");
        assertThat(grant.at("/effective").booleanValue()).isTrue();
        assertThat(grant.at("/overridden_by/0/permission").asString()).isEqualTo("files.delete.own");
        assertThat(named(all, "files.delete.own").at("/effect").asString()).isEqualTo("deny");
        JsonNode inherited = named(all, "posts.write.team");
        assertThat(inherited.at("/source/path")).hasToString("[\"lead\",\"member\"]");
        assertThat(inherited.at("/effectiveness").asString()).isEqualTo("full");
    }

    @Test
    void nothingOfABarredUserIsEffective() {
        JsonNode all = boss().get("/api/v1/users/" + Ids.user("dan") + "/permissions")
                .is(200)
                .at("/data");

        assertThat(named(all, "*.*.*").at("/effective").booleanValue()).isFalse();
        assertThat(named(all, "*.*.*").at("/effectiveness").asString()).isEqualTo("blocked");
    }

    @Test
    void onesOwnPermissionsAreOpenAndThoseOfOthersAreNot() {
        Client ned = api.as(api.acme, "ned");

        ned.get("/api/v1/users/" + Ids.user("ned") + "/permissions").is(200);
        ned.get("/api/v1/users/" + Ids.user("ann") + "/permissions").refused(403, "FORBIDDEN");
        api.as(api.acme, "dan")
                .get("/api/v1/users/" + Ids.user("dan") + "/permissions")
                .refused(403, "FORBIDDEN");
    }

    @Test
    void rolesAreListedAndReadWithAllTheyInherit() {
        assertThat(boss().get("/api/v1/roles?name=LE").is(200).at("/data").size())
                .isEqualTo(1);

        Client.Answer chief = boss().get("/api/v1/roles/" + Ids.role("chief")).is(200);
        assertThat(chief.at("/data/permissions").size()).isEqualTo(3);
        assertThat(chief.text("/data/parents/0/name")).isEqualTo("lead");
        assertThat(chief.at("/data/inherited/1"))
                .hasToString(
                        "{\"permission\":\"posts.write.team\",\"effect\":\"allow\",\"path\":[\"chief\",\"lead\",\"member\"]}");
        assertThat(chief.header("ETag")).isEqualTo("\"1\"");
        boss().get("/api/v1/roles/" + UUID.randomUUID()).refused(404, "ROLE_NOT_FOUND");
    }

    @Test
    void tenantsAreForUsersOfThePlatform() {
        Client root = api.as(api.platform, "root");

        Client.Answer one = root.get("/api/v1/admin/tenants/" + api.acme.slug()).is(200);
        assertThat(one.text("/data/id")).isEqualTo(api.acme.id().toString());
        assertThat(one.header("ETag")).isEqualTo("\"1\"");
        assertThat(one.header("Consistency-Token")).isNotBlank();
        root.get("/api/v1/admin/tenants/" + api.acme.id()).is(200);
        root.get("/api/v1/admin/tenants/no-such").refused(404, "TENANT_NOT_FOUND");
        assertThat(root.get("/api/v1/admin/tenants?status=requested")
                        .is(200)
                        .at("/pagination/total")
                        .intValue())
                .isEqualTo(1);
        assertThat(root.get("/api/v1/admin/tenants?q=" + api.acme.slug().substring(0, 3))
                        .is(200)
                        .at("/data")
                        .size())
                .isPositive();
        root.get("/api/v1/admin/tenants?organization=x").refused(400, "INVALID_ID");
        root.get("/api/v1/admin/organizations").is(200);
        root.get("/api/v1/admin/organizations/" + UUID.randomUUID()).refused(404, "ORGANIZATION_NOT_FOUND");
        for (String path : List.of("tenants", "organizations", "tenants/" + api.acme.slug())) {
            boss().get("/api/v1/admin/" + path).refused(403, "FORBIDDEN");
            api.as(api.platform, "clerk").get("/api/v1/admin/" + path).refused(403, "FORBIDDEN");
        }
    }

    @Test
    void aTenantsUserReadsNoOtherTenant() {
        Client eve = api.as(api.other, "eve");

        eve.get("/api/v1/tenants/" + api.acme.slug() + "/users").refused(403, "TENANT_FORBIDDEN");
        eve.get("/api/v1/tenants/" + api.acme.id() + "/roles").refused(403, "TENANT_FORBIDDEN");
        eve.get("/api/v1/users/" + Ids.user("ann")).refused(404, "USER_NOT_FOUND");
        eve.get("/api/v1/roles/" + Ids.role("lead")).refused(404, "ROLE_NOT_FOUND");
        api.as(api.platform, "root")
                .get("/api/v1/tenants/" + api.acme.slug() + "/users")
                .is(200);
    }

    @Test
    void healthAndMetricsTellOfPermissionChecks() {
        String body = "{\"user_id\":\"%s\",\"permission\":\"posts.write.own\"}".formatted(Ids.user("ann"));
        boss().post("/api/v1/check", body).is(200);

        assertThat(api.nobody().get("/health").is(200).response().body()).contains("\"redis\"", "\"database\"");
        assertThat(api.nobody().get("/metrics").is(200).response().body())
                .contains("permission_checks_total{permission=\"posts.write.own\",result=\"allowed\",tenant=\""
                        + api.acme.slug() + "\"}")
                .contains("permission_check_duration_seconds_count")
                .contains("cache_operations_total{operation=\"read\",result=\"hit\"}")
                .contains("cache_hit_ratio{cache_type=\"permission_sets\"}");
    }

    @Test
    void everyPathIsDescribed() {
        String document = api.nobody().get("/openapi.json").is(200).response().body();

        assertThat(document)
                .contains("\"/api/v1/check/batch\"", "\"/api/v1/tenants/{tenant}/users/{id}/permissions\"")
                .contains("\"username\"", "\"page_size\"");
    }

    private static List<String> names(String query) {
        JsonNode users = boss().get("/api/v1/users?" + query).is(200).at("/data");
        return users.valueStream().map(user -> user.at("/username").asString()).toList();
    }

    private static JsonNode named(JsonNode all, String permission) {
        return all.valueStream()
                .filter(item -> item.at("/permission").asString().equals(permission))
                .findFirst()
                .orElseThrow();
    }

    private static Client boss() {
        return api.as(api.acme, "boss");
    }
}
