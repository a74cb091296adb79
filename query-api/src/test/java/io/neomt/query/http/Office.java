package io.neomt.query.http;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_TEMPLATES;
import static io.neomt.view.jooq.tenant.Tables.SETTINGS;

import io.neomt.commons.connections.Tenant;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.query.worlds.Ids;
import io.neomt.query.worlds.Stored;
import io.neomt.query.worlds.WorldKeys;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import io.neomt.view.cache.PermissionsJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/**
 * A tenant with one of everything: {@code boss}, who may read all of it, {@code ned}, who may read nothing, {@code ann} of
 * the team {@code db} below {@code it}, and {@code gone}, who is deleted.
 */
final class Office implements AutoCloseable {

    static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2120-01-01T00:00:00Z");
    static final UUID GRANT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID GUEST = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final Limit LIMIT = new Limit(FROM, UNTIL, "context.mfa == true");
    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    final QueryApi api = new QueryApi();
    final Tenant tenant;

    Office() {
        this.tenant = api.tenant(
                world(),
                Map.of(
                        "doc/7", new Stored("ann", "db", "{\"status\":\"open\",\"size\":{\"pages\":[1,2.5]}}"),
                        "doc/8", new Stored("ann", null, "{}"),
                        "file/a b", new Stored(null, null, "{}")));
        api.backends().platform().rows(tenant, Office::catalogue);
        api.backends().platform().rows(tenant, this::access);
        api.backends().platform().rows(api.platform, Office::template);
    }

    Client boss() {
        return api.as(tenant, "boss");
    }

    Client ned() {
        return api.as(tenant, "ned");
    }

    void settings(String free, long version) {
        api.backends().platform().rows(tenant, dsl -> dsl.insertInto(SETTINGS)
                .values("free_permission_codes", JSONB.valueOf(free), version, TIME)
                .execute());
    }

    private static World world() {
        User boss = new User(World.ACTIVE, links("reader"), List.of(), List.of());
        User ann = new User(
                World.ACTIVE,
                List.of(new Link("operator", LIMIT)),
                List.of(new Link("db", LIMIT), new Link("it", Limit.NONE)),
                List.of());
        User ned = new User(World.ACTIVE, List.of(), List.of(), List.of());
        User gone = new User("deleted", List.of(), links("db"), List.of());
        return new World(
                World.ACTIVE,
                Map.of("boss", boss, "ann", ann, "ned", ned, "gone", gone),
                Map.of(
                        "reader", role(new Holding("*.read.tenant", false, null, Limit.NONE)),
                        "operator",
                                role(
                                        new Holding("backups.run.tenant", false, null, LIMIT),
                                        new Holding("docs.delete", true, "doc/7", Limit.NONE))),
                Map.of(
                        "it", new Team(null, links("reader"), List.of()),
                        "db",
                                new Team(
                                        "it",
                                        List.of(new Link("operator", LIMIT)),
                                        List.of(
                                                new Holding("docs.read.team", false, null, LIMIT),
                                                new Holding("docs.write", true, "doc/7", Limit.NONE)))));
    }

    private static Role role(Holding... holdings) {
        return new Role(false, List.of(), List.of(holdings));
    }

    private static List<Link> links(String name) {
        return List.of(new Link(name, Limit.NONE));
    }

    private static void catalogue(DSLContext dsl) {
        dsl.insertInto(PERMISSIONS)
                .values("docs.read", "Read documents", "doc", false, 3L, TIME, TIME)
                .values("audits.run", "Run audits", null, false, 4L, TIME, TIME)
                .execute();
    }

    private void access(DSLContext dsl) {
        dsl.insertInto(ACCESS_GRANTS)
                .set(ACCESS_GRANTS.ID, GRANT)
                .set(ACCESS_GRANTS.HOME_TENANT_ID, api.other.id().value())
                .set(ACCESS_GRANTS.USER_ID, GUEST)
                .set(ACCESS_GRANTS.PERMISSION, "docs.read.tenant")
                .set(ACCESS_GRANTS.EFFECT, "allow")
                .set(ACCESS_GRANTS.RESOURCE_TYPE, "doc")
                .set(ACCESS_GRANTS.RESOURCE_ID, "7")
                .set(ACCESS_GRANTS.EXPIRES_AT, UNTIL)
                .set(ACCESS_GRANTS.GRANTED_AT, TIME)
                .execute();
    }

    private static void template(DSLContext dsl) {
        List<Permission> permissions = List.of(Permission.denial(PermissionPattern.parse("docs.*.team")));
        dsl.insertInto(ROLE_TEMPLATES)
                .values("auditor", "Sees everything", JSONB.valueOf(PermissionsJson.write(permissions)), 5L, TIME, TIME)
                .execute();
    }

    static String team(String name) {
        return Ids.team(name).toString();
    }

    @Override
    public void close() {
        WorldKeys.clear(api.backends().redis(), tenant.id());
        api.close();
    }
}
