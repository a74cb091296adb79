package io.neomt.query.http;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.AccessGrantId;
import io.neomt.permission.Effect;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.query.worlds.Ids;
import io.neomt.query.worlds.WorldKeys;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.User;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CachedUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read of one user, whoever that is: the teams, what guests were given, who calls. */
class UsersHttpTest {

    private static final String WINDOW =
            "\"valid_from\":\"2020-01-01T00:00:00Z\",\"expires_at\":\"2120-01-01T00:00:00Z\"";

    private static Office office;

    @BeforeAll
    static void start() {
        office = new Office();
        letIn("eve", UUID.fromString("00000000-0000-7000-8000-00000000000e"));
        letIn("zoe", UUID.fromString("00000000-0000-7000-8000-00000000000f"));
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void theTeamsOfAUserAreListedWithTheirTerms() {
        Client.Answer teams = of("ann", "teams").is(200);

        assertThat(teams.at("/pagination/total").intValue()).isEqualTo(2);
        assertThat(teams.at("/data/0"))
                .hasToString(
                        "{\"id\":\"" + Office.team("db") + "\",\"name\":\"db\",\"parent_id\":\"" + Office.team("it")
                                + "\",\"team_role\":\"member\",\"joined_at\":\"2026-03-01T12:00:00Z\"," + WINDOW
                                + ",\"condition\":\"context.mfa == true\"}");
        assertThat(teams.text("/data/1/name")).isEqualTo("it");
        assertThat(teams.at("/data/1").has("condition")).isFalse();
        assertThat(of("ann", "teams?page_size=1&page=2").is(200).at("/data").toString())
                .contains("\"it\"")
                .doesNotContain("\"db\"");
        assertThat(of("ned", "teams").is(200).at("/data").size()).isZero();
        of("nobody", "teams").refused(404, "USER_NOT_FOUND");
        of("ann", "teams?q=a").refused(400, "VALIDATION_ERROR");
        office.ned().get("/api/v1/users/" + Ids.user("ann") + "/teams").refused(403, "FORBIDDEN");
    }

    @Test
    void aDeletedTeamIsNoTeamOfAnybody() {
        UUID gone = Ids.team("gone").value();
        office.api.backends().platform().rows(office.tenant, dsl -> {
            dsl.insertInto(TEAMS)
                    .set(TEAMS.ID, gone)
                    .set(TEAMS.NAME, "gone")
                    .set(TEAMS.DESCRIPTION, "")
                    .set(TEAMS.VERSION, 1L)
                    .set(TEAMS.CREATED_AT, Office.FROM)
                    .set(TEAMS.UPDATED_AT, Office.FROM)
                    .set(TEAMS.DELETED_AT, Office.FROM)
                    .execute();
            dsl.insertInto(TEAM_MEMBERS)
                    .set(TEAM_MEMBERS.TEAM_ID, gone)
                    .set(TEAM_MEMBERS.USER_ID, Ids.user("boss").value())
                    .set(TEAM_MEMBERS.TEAM_ROLE, "lead")
                    .set(TEAM_MEMBERS.JOINED_AT, Office.FROM)
                    .execute();
        });

        Client.Answer teams = of("boss", "teams").is(200);

        assertThat(teams.at("/data").size()).isZero();
        assertThat(teams.at("/pagination/total").intValue()).isZero();
    }

    @Test
    void whatAGuestWasGivenIsListedWithItsSource() {
        Client.Answer held = of("eve", "permissions").is(200);

        assertThat(held.at("/pagination/total").intValue()).isEqualTo(1);
        assertThat(held.at("/data/0").toString())
                .startsWith("{\"permission\":\"guests.see.tenant\",\"effect\":\"allow\"," + WINDOW)
                .contains(
                        "\"source\":{\"type\":\"access\",\"grant_id\":\"00000000-0000-7000-8000-00000000000e\","
                                + "\"home_tenant_id\":\"" + office.api.other.id() + "\"}",
                        "\"effective\":true");
    }

    @Test
    void aGuestAsksWithTheTokenOfTheirOwnRealm() {
        Client eve = office.api.as(office.api.other, "eve");
        String here = "/api/v1/tenants/" + office.tenant.slug();
        String self = Ids.user("eve").toString();

        assertThat(eve.get(here + "/users/" + self + "/permissions").is(200).text("/data/0/permission"))
                .isEqualTo("guests.see.tenant");
        String own = "{\"user_id\":\"" + self + "\",\"permission\":\"guests.see.team\"}";
        assertThat(eve.post(here + "/check", own).is(200).at("/data/allowed").booleanValue())
                .isTrue();
        eve.post(here + "/check", own.replace(self, Ids.user("ann").toString())).refused(403, "FORBIDDEN");
        eve.get(here + "/users").refused(403, "FORBIDDEN");
    }

    @Test
    void whoWasGivenNothingOrIsBarredAtHomeAsksNothingHere() {
        String here = "/api/v1/tenants/" + office.tenant.slug();
        for (String stranger : List.of("clerk", "nobody")) {
            office.api.as(office.api.other, stranger).get(here + "/users").refused(403, "TENANT_FORBIDDEN");
        }
        Client zoe = office.api.as(office.api.other, "zoe");
        zoe.get(here + "/users").refused(403, "FORBIDDEN");
        zoe.get(here + "/users/" + Ids.user("zoe") + "/permissions").refused(403, "FORBIDDEN");
    }

    @Test
    void aGuestWhoIsBarredAtHomeHasNothingThatCounts() {
        assertThat(of("zoe", "permissions").is(200).text("/data/0/effectiveness"))
                .isEqualTo("blocked");
    }

    @Test
    void whatThePlatformGivesItsUsersEverywhereIsListed() {
        assertThat(of("root", "permissions").is(200).at("/data/0").toString())
                .contains("\"permission\":\"*.*.*\"", "\"platform\":true", "\"effectiveness\":\"full\"");
    }

    @Test
    void whoWasGivenNothingIsNotThere() {
        for (String name : List.of("nobody", "clerk", "gone")) {
            of(name, "permissions").refused(404, "USER_NOT_FOUND");
        }
        office.ned().get("/api/v1/users/" + Ids.user("eve") + "/permissions").refused(403, "FORBIDDEN");
    }

    @Test
    void whoSucceedsADeletedUserIsNotTakenForThem() {
        World before = new World(World.ACTIVE, Map.of("sam", may("users.read.own")), Map.of(), Map.of());
        Tenant tenant = office.api.tenant(before, Map.of());
        String old = "/api/v1/users/" + Ids.user("sam");
        Client sam = office.api.as(tenant, "sam");
        sam.get(old).is(200);

        User gone = new User("deleted", List.of(), List.of(), List.of());
        office.api.become(
                tenant, new World(World.ACTIVE, Map.of("sam", gone, "pam", may("users.read.own")), Map.of(), Map.of()));
        assertThat(sam.get(old).refused(403, "FORBIDDEN").text("/error/details/reason"))
                .isEqualTo("user_deleted");
        office.api.backends().platform().rows(tenant, dsl -> dsl.update(USERS)
                .set(USERS.EXTERNAL_ID, "sam")
                .where(USERS.ID.eq(Ids.user("pam").value()))
                .execute());

        sam.get("/api/v1/users/" + Ids.user("pam")).is(200);
        sam.get(old).refused(403, "FORBIDDEN");
        WorldKeys.clear(office.api.backends().redis(), tenant.id());
    }

    private static User may(String permission) {
        return new User(World.ACTIVE, List.of(), List.of(), List.of(new Holding(permission, false, null, Limit.NONE)));
    }

    private static Client.Answer of(String user, String what) {
        Client root = office.api.as(office.api.platform, "root");
        return root.get("/api/v1/tenants/" + office.tenant.slug() + "/users/" + Ids.user(user) + "/" + what);
    }

    /** As the projections write it. */
    private static void letIn(String user, UUID grant) {
        UUID home = office.api.other.id().value();
        office.api.backends().platform().rows(office.tenant, dsl -> dsl.insertInto(ACCESS_GRANTS)
                .set(ACCESS_GRANTS.ID, grant)
                .set(ACCESS_GRANTS.HOME_TENANT_ID, home)
                .set(ACCESS_GRANTS.USER_ID, Ids.user(user).value())
                .set(ACCESS_GRANTS.PERMISSION, "guests.see.tenant")
                .set(ACCESS_GRANTS.EFFECT, "allow")
                .set(ACCESS_GRANTS.VALID_FROM, Office.FROM)
                .set(ACCESS_GRANTS.EXPIRES_AT, Office.UNTIL)
                .set(ACCESS_GRANTS.GRANTED_AT, Office.FROM)
                .execute());
        Permission given = new Permission(
                PermissionPattern.parse("guests.see.tenant"),
                Effect.ALLOW,
                null,
                Terms.of(Office.FROM, Office.UNTIL, null));
        CachedUser.Access access = new CachedUser.Access(new AccessGrantId(grant), office.api.other.id(), given);
        CachedUser guest = new CachedUser(
                QueryApi.POSITION, CachedUser.Status.GUEST, List.of(), List.of(), List.of(), List.of(access));
        office.api.backends().redis().hset(CacheKeys.user(office.tenant.id(), Ids.user(user)), guest.toFields());
    }
}
