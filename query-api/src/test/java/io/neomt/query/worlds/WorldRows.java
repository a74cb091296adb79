package io.neomt.query.worlds;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_ROLES;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;

import io.neomt.event.Position;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;

/** Writes worlds into a tenant's schema, in place of what was there. */
public final class WorldRows {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private final DSLContext dsl;

    private WorldRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    public static void write(DSLContext dsl, World world, Map<String, Stored> stored, Position position) {
        WorldRows rows = new WorldRows(dsl);
        rows.clear();
        world.roles().forEach(rows::role);
        world.roles().forEach(rows::inherited);
        world.teams().keySet().forEach(rows::team);
        world.teams().forEach(rows::team);
        world.users().forEach(rows::user);
        stored.forEach(rows::resource);
        rows.position(position);
    }

    /** Nothing but the position. */
    public static void moveTo(DSLContext dsl, Position position) {
        new WorldRows(dsl).position(position);
    }

    private void clear() {
        List.of(
                        RESOURCES,
                        TEAM_PERMISSIONS,
                        TEAM_ROLES,
                        TEAM_MEMBERS,
                        USER_PERMISSIONS,
                        USER_ROLES,
                        ROLE_PARENTS,
                        ROLE_PERMISSIONS,
                        USERS,
                        ROLES,
                        TEAMS)
                .forEach(table -> dsl.deleteFrom(table).execute());
    }

    private void position(Position position) {
        dsl.insertInto(PROJECTION_POSITION)
                .values("tenantschema", position.value(), TIME)
                .onDuplicateKeyUpdate()
                .set(PROJECTION_POSITION.POSITION, position.value())
                .execute();
    }

    private void role(String roleName, Role role) {
        Map<String, Object> row = named(Ids.role(roleName).value(), roleName);
        if (role.deleted()) {
            row.put("deleted_at", TIME);
        }
        insert(ROLES, row);
        role.holdings()
                .forEach(holding -> insert(
                        ROLE_PERMISSIONS, held("role_id", Ids.role(roleName).value(), holding)));
    }

    private void inherited(String roleName, Role role) {
        for (Link parent : role.parents()) {
            Map<String, Object> row = terms(WorldSets.terms(parent.limit()));
            row.put("role_id", Ids.role(roleName).value());
            row.put("parent_id", Ids.role(parent.name()).value());
            insert(ROLE_PARENTS, row);
        }
    }

    private void team(String teamName) {
        insert(TEAMS, named(Ids.team(teamName).value(), teamName));
    }

    private void team(String teamName, Team team) {
        if (team.parent() != null) {
            dsl.update(TEAMS)
                    .set(TEAMS.PARENT_ID, Ids.team(team.parent()).value())
                    .where(TEAMS.ID.eq(Ids.team(teamName).value()))
                    .execute();
        }
        team.roles()
                .forEach(link -> insert(
                        TEAM_ROLES, assigned("team_id", Ids.team(teamName).value(), link)));
        team.holdings()
                .forEach(holding -> insert(
                        TEAM_PERMISSIONS, held("team_id", Ids.team(teamName).value(), holding)));
    }

    private void user(String userName, User user) {
        dsl.insertInto(USERS)
                .values(
                        Ids.user(userName).value(),
                        userName,
                        userName + "@example.test",
                        "The " + userName,
                        userName,
                        user.status(),
                        1L,
                        TIME,
                        TIME)
                .execute();
        user.roles()
                .forEach(link -> insert(
                        USER_ROLES, assigned("user_id", Ids.user(userName).value(), link)));
        user.teams().forEach(link -> member(userName, link));
        for (int i = 0; i < user.holdings().size(); i++) {
            Map<String, Object> row =
                    held("user_id", Ids.user(userName).value(), user.holdings().get(i));
            row.put("id", Ids.grant(userName, i).value());
            insert(USER_PERMISSIONS, row);
        }
    }

    private void member(String userName, Link link) {
        Map<String, Object> row = terms(WorldSets.terms(link.limit()));
        row.put("team_id", Ids.team(link.name()).value());
        row.put("user_id", Ids.user(userName).value());
        row.put("team_role", "member");
        row.put("joined_at", TIME);
        insert(TEAM_MEMBERS, row);
    }

    private void resource(String text, Stored stored) {
        dsl.insertInto(RESOURCES)
                .values(
                        Ids.instance(text).type(),
                        Ids.instance(text).id(),
                        stored.owner() == null ? null : Ids.user(stored.owner()).value(),
                        stored.team() == null ? null : Ids.team(stored.team()).value(),
                        JSONB.valueOf(stored.properties()),
                        1L,
                        TIME,
                        TIME)
                .execute();
    }

    private void insert(Table<?> table, Map<String, Object> row) {
        Map<Field<?>, Object> columns = new HashMap<>();
        row.forEach((column, value) -> columns.put(table.field(column), value));
        dsl.insertInto(table).set(columns).execute();
    }

    private static Map<String, Object> named(UUID id, String name) {
        return new HashMap<>(Map.of(
                "id",
                id,
                "name",
                name,
                "description",
                "the " + name,
                "version",
                1L,
                "created_at",
                TIME,
                "updated_at",
                TIME));
    }

    private static Map<String, Object> assigned(String holder, UUID id, Link role) {
        Map<String, Object> row = terms(WorldSets.terms(role.limit()));
        row.put(holder, id);
        row.put("role_id", Ids.role(role.name()).value());
        row.put("assigned_at", TIME);
        return row;
    }

    private static Map<String, Object> held(String holder, UUID id, Holding holding) {
        Permission permission = WorldSets.permission(holding);
        Map<String, Object> row = terms(permission.terms());
        row.put(holder, id);
        row.put("permission", permission.pattern().text());
        row.put("effect", permission.effect().name().toLowerCase(Locale.ROOT));
        if (permission.instance() != null) {
            row.put("resource_type", permission.instance().type());
            row.put("resource_id", permission.instance().id());
        }
        row.put("granted_at", TIME);
        return row;
    }

    private static Map<String, Object> terms(Terms terms) {
        Map<String, Object> row = new HashMap<>();
        row.put("valid_from", terms.validFrom());
        row.put("expires_at", terms.expiresAt());
        row.put("condition", terms.condition());
        return row;
    }
}
