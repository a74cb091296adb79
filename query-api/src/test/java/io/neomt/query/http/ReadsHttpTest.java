package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.PlatformPermissions;
import io.neomt.query.worlds.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReadsHttpTest {

    private static final String TERMS =
            "\"valid_from\":\"2020-01-01T00:00:00Z\",\"expires_at\":\"2120-01-01T00:00:00Z\","
                    + "\"condition\":\"context.mfa == true\"";

    private static Office office;

    @BeforeAll
    static void start() {
        office = new Office();
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void teamsAreListedAndFiltered() {
        assertThat(all("teams", "name")).containsExactlyInAnyOrder("it", "db");
        assertThat(all("teams?parent_id=" + Office.team("it"), "name")).containsExactly("db");
        assertThat(all("teams?name=D", "name")).containsExactly("db");
        assertThat(all("teams?q=the%20i", "name")).containsExactly("it");
        assertThat(all("teams?q=%25", "name")).isEmpty();
        boss("teams?parent_id=it").refused(400, "INVALID_ID");
        boss("teams?parent=it").refused(400, "VALIDATION_ERROR");
        assertThat(boss("teams?page_size=1").is(200).at("/pagination/total").intValue())
                .isEqualTo(2);
    }

    @Test
    void aTeamIsReadWithItsPlaceAndWithWhatItGives() {
        Client.Answer team = boss("teams/" + Office.team("db")).is(200);

        assertThat(team.header("ETag")).isEqualTo("\"1\"");
        assertThat(team.header("Consistency-Token")).isNotBlank();
        assertThat(team.text("/data/parent_id")).isEqualTo(Office.team("it"));
        assertThat(team.at("/data/ancestors")).hasToString("[{\"id\":\"" + Office.team("it") + "\",\"name\":\"it\"}]");
        assertThat(team.text("/data/roles/0/name")).isEqualTo("operator");
        assertThat(team.at("/data/roles/0").toString()).contains(TERMS);
        assertThat(team.at("/data/permissions/0"))
                .hasToString("{\"permission\":\"docs.read.team\",\"effect\":\"allow\"," + TERMS + "}");
        assertThat(team.at("/data/permissions/1"))
                .hasToString("{\"permission\":\"docs.write.tenant\",\"effect\":\"deny\","
                        + "\"resource\":{\"type\":\"doc\",\"id\":\"7\"}}");
        assertThat(team.at("/data/member_count").intValue()).isEqualTo(1);
        boss("teams/" + UUID.randomUUID()).refused(404, "TEAM_NOT_FOUND");
        boss("teams/db").refused(400, "INVALID_ID");
    }

    @Test
    void theMembersAndRolesOfATeamAreListedWithTheirTerms() {
        Client.Answer members = boss("teams/" + Office.team("db") + "/members").is(200);
        assertThat(members.at("/pagination/total").intValue()).isEqualTo(1);
        assertThat(members.text("/data/0/username")).isEqualTo("ann");
        assertThat(members.text("/data/0/team_role")).isEqualTo("member");
        assertThat(members.at("/data/0").toString()).contains(TERMS);

        Client.Answer roles = boss("teams/" + Office.team("db") + "/roles").is(200);
        assertThat(roles.text("/data/0/name")).isEqualTo("operator");
        assertThat(roles.at("/data/0").toString()).contains(TERMS);
        assertThat(boss("teams/" + Office.team("it") + "/roles")
                        .is(200)
                        .at("/data/0")
                        .has("condition"))
                .isFalse();
        for (String list : List.of("/members", "/roles")) {
            boss("teams/" + UUID.randomUUID() + list).refused(404, "TEAM_NOT_FOUND");
            boss("teams/" + Office.team("db") + list + "?q=a").refused(400, "VALIDATION_ERROR");
        }
    }

    @Test
    void theCatalogueHoldsWhatWasDefinedAndThePlatformsOwn() {
        int own = PlatformPermissions.descriptions().size();
        Client.Answer list = boss("permissions?page_size=200").is(200);

        assertThat(list.at("/pagination/total").intValue()).isEqualTo(own + 2);
        assertThat(all("permissions?page_size=200", "code")).isSorted().contains("docs.read", "users.write");
        assertThat(named(list, "users.write"))
                .hasToString(
                        "{\"code\":\"users.write\",\"description\":\"Create, change, deactivate and delete users\","
                                + "\"is_system\":true}");
        assertThat(named(list, "docs.read").at("/is_system").booleanValue()).isFalse();
        assertThat(named(list, "docs.read").at("/version").intValue()).isEqualTo(3);
        assertThat(all("permissions?resource_type=doc", "code")).containsExactly("docs.read");
        assertThat(all("permissions?q=Run", "code")).containsExactly("audits.run");
        assertThat(all("permissions?q=teams.", "code")).containsExactly("teams.read", "teams.write");
        assertThat(all("permissions?page_size=1&page=2", "code")).containsExactly("access.write");
        boss("permissions?code=a").refused(400, "VALIDATION_ERROR");
    }

    @Test
    void settingsComeWithTheVersionOfTheTenant() {
        Client.Answer before = boss("settings").is(200);
        assertThat(before.at("/data/free_permission_codes").booleanValue()).isTrue();

        office.settings("false", 0);

        Client.Answer after = boss("settings").is(200);
        assertThat(after.at("/data/free_permission_codes").booleanValue()).isFalse();
        assertThat(after.at("/data/version").intValue()).isEqualTo(1);
        assertThat(after.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void resourcesAreListedAndRead() {
        assertThat(all("resources", "id")).containsExactly("7", "8", "a b");
        assertThat(all("resources?type=file", "id")).containsExactly("a b");
        assertThat(all("resources?owner_id=" + Ids.user("ann"), "id")).containsExactly("7", "8");
        assertThat(all("resources?team_id=" + Office.team("db"), "id")).containsExactly("7");
        boss("resources?team_id=db").refused(400, "INVALID_ID");
        boss("resources?q=a").refused(400, "VALIDATION_ERROR");

        Client.Answer seven = boss("resources/doc/7").is(200);
        assertThat(seven.header("ETag")).isEqualTo("\"1\"");
        assertThat(seven.text("/data/owner_id")).isEqualTo(Ids.user("ann").toString());
        assertThat(seven.at("/data/properties/size")).hasToString("{\"pages\":[1,2.5]}");
        assertThat(boss("resources/file/a%20b").is(200).text("/data/id")).isEqualTo("a b");
        boss("resources/doc/9").refused(404, "RESOURCE_NOT_FOUND");
        boss("resources/Doc/9").refused(400, "INVALID_PERMISSION");
    }

    @Test
    void accessGrantsAreListedAndRead() {
        Client.Answer grant = boss("access-grants/" + Office.GRANT).is(200);

        assertThat(grant.text("/data/home_tenant_id"))
                .isEqualTo(office.api.other.id().toString());
        assertThat(grant.text("/data/permission")).isEqualTo("docs.read.tenant");
        assertThat(grant.text("/data/effect")).isEqualTo("allow");
        assertThat(grant.text("/data/resource/id")).isEqualTo("7");
        assertThat(grant.text("/data/expires_at")).isEqualTo(Office.UNTIL.toString());
        assertThat(all("access-grants", "id")).containsExactly(Office.GRANT.toString());
        assertThat(all("access-grants?user_id=" + Office.GUEST, "id")).hasSize(1);
        assertThat(all("access-grants?user_id=" + UUID.randomUUID(), "id")).isEmpty();
        boss("access-grants/" + UUID.randomUUID()).refused(404, "ACCESS_GRANT_NOT_FOUND");
        boss("access-grants/x").refused(400, "INVALID_ID");
        boss("access-grants?user_id=x").refused(400, "INVALID_ID");
    }

    @Test
    void roleTemplatesAreForUsersOfThePlatform() {
        Client root = office.api.as(office.api.platform, "root");

        Client.Answer one = root.get("/api/v1/admin/role-templates/auditor").is(200);
        assertThat(one.header("ETag")).isEqualTo("\"5\"");
        assertThat(one.at("/data/permissions")).hasToString("[{\"permission\":\"docs.*.team\",\"effect\":\"deny\"}]");
        assertThat(root.get("/api/v1/admin/role-templates").is(200).text("/data/0/name"))
                .isEqualTo("auditor");
        root.get("/api/v1/admin/role-templates/none").refused(404, "ROLE_TEMPLATE_NOT_FOUND");
        root.get("/api/v1/admin/role-templates?q=a").refused(400, "VALIDATION_ERROR");
        office.boss().get("/api/v1/admin/role-templates").refused(403, "FORBIDDEN");
        office.api
                .as(office.api.platform, "clerk")
                .get("/api/v1/admin/role-templates/auditor")
                .refused(403, "FORBIDDEN");
    }

    @Test
    void aDeletedUserIsListedOnlyWhenAskedFor() {
        assertThat(all("users", "username")).containsExactlyInAnyOrder("boss", "ann", "ned");
        assertThat(all("users?q=gone", "username")).isEmpty();
        assertThat(all("users?status=deleted", "username")).containsExactly("gone");
        assertThat(boss("users/" + Ids.user("gone")).is(200).text("/data/status"))
                .isEqualTo("deleted");
    }

    @Test
    void rolesAreReadWithDenialsAndTerms() {
        Client.Answer role = boss("roles/" + Ids.role("operator")).is(200);

        assertThat(role.at("/data/system").booleanValue()).isFalse();
        assertThat(role.at("/data/permissions/0").toString()).contains("backups.run.tenant", TERMS);
        assertThat(role.at("/data/permissions/1"))
                .hasToString("{\"permission\":\"docs.delete.tenant\",\"effect\":\"deny\","
                        + "\"resource\":{\"type\":\"doc\",\"id\":\"7\"}}");
        assertThat(boss("users/" + Ids.user("ann") + "/roles")
                        .is(200)
                        .at("/data/0")
                        .toString())
                .contains("operator", TERMS);
    }

    @Test
    void whoMayNotReadIsRefusedInEveryTenant() {
        for (String path : List.of(
                "teams",
                "teams/" + Office.team("db"),
                "teams/" + Office.team("db") + "/members",
                "teams/" + Office.team("db") + "/roles",
                "permissions",
                "settings",
                "resources",
                "resources/doc/7",
                "access-grants",
                "access-grants/" + Office.GRANT)) {
            office.ned().get("/api/v1/" + path).refused(403, "FORBIDDEN");
            office.ned()
                    .get("/api/v1/tenants/" + office.tenant.slug() + "/" + path)
                    .refused(403, "FORBIDDEN");
            office.api
                    .as(office.api.other, "eve")
                    .get("/api/v1/tenants/" + office.tenant.slug() + "/" + path)
                    .refused(403, "TENANT_FORBIDDEN");
            office.api
                    .as(office.api.platform, "root")
                    .get("/api/v1/tenants/" + office.tenant.slug() + "/" + path)
                    .is(200);
            office.api.nobody().get("/api/v1/" + path).refused(401, "UNAUTHENTICATED");
        }
    }

    private static Client.Answer boss(String path) {
        return office.boss().get("/api/v1/" + path);
    }

    private static List<String> all(String path, String field) {
        return boss(path)
                .is(200)
                .at("/data")
                .valueStream()
                .map(item -> item.at("/" + field).asString())
                .toList();
    }

    private static JsonNode named(Client.Answer list, String code) {
        return list.at("/data")
                .valueStream()
                .filter(item -> item.at("/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
