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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Writes worlds into a tenant's schema, in place of what was there. */
public final class WorldRows {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    /** Each after those that its rows refer to. */
    private static final List<Table<?>> TABLES = List.of(
            TEAMS,
            ROLES,
            USERS,
            ROLE_PERMISSIONS,
            ROLE_PARENTS,
            USER_ROLES,
            USER_PERMISSIONS,
            TEAM_MEMBERS,
            TEAM_ROLES,
            TEAM_PERMISSIONS,
            RESOURCES);

    private final Map<Table<?>, List<Map<String, Object>>> rows = new HashMap<>();

    private WorldRows() {}

    public static void write(DSLContext dsl, World world, Map<String, Stored> stored, Position position) {
        WorldRows made = new WorldRows();
        world.roles().forEach(made::role);
        world.teams().forEach(made::team);
        world.users().forEach(made::user);
        stored.forEach(made::resource);
        TABLES.reversed().forEach(table -> dsl.deleteFrom(table).execute());
        TABLES.forEach(table -> insert(dsl, table, made.rows(table)));
        moveTo(dsl, position);
    }

    /** Nothing but the position. */
    public static void moveTo(DSLContext dsl, Position position) {
        dsl.insertInto(PROJECTION_POSITION)
                .values("tenantschema", position.value(), TIME)
                .onDuplicateKeyUpdate()
                .set(PROJECTION_POSITION.POSITION, position.value())
                .execute();
    }

    /** All at once: worlds have many rows, and tests have many worlds. */
    private static void insert(DSLContext dsl, Table<?> table, List<Map<String, Object>> rows) {
        List<Name> columns = rows.stream()
                .flatMap(row -> row.keySet().stream())
                .distinct()
                .map(DSL::name)
                .toList();
        if (!rows.isEmpty()) {
            dsl.execute(
                    "INSERT INTO {0} ({1}) SELECT {1} FROM jsonb_populate_recordset(NULL::{0}, {2})",
                    table,
                    DSL.list(columns),
                    DSL.val(JSONB.valueOf(JsonMapper.shared().writeValueAsString(rows))));
        }
    }

    private List<Map<String, Object>> rows(Table<?> table) {
        return rows.computeIfAbsent(table, _ -> new ArrayList<>());
    }

    private void add(Table<?> table, Map<String, Object> row) {
        rows(table).add(row);
    }

    private void role(String roleName, Role role) {
        UUID id = Ids.role(roleName).value();
        Map<String, Object> row = named(id, roleName);
        row.put("deleted_at", role.deleted() ? TIME : null);
        add(ROLES, row);
        role.holdings().forEach(holding -> add(ROLE_PERMISSIONS, held("role_id", id, holding)));
        for (Link parent : role.parents()) {
            Map<String, Object> inherited = terms(WorldSets.terms(parent.limit()));
            inherited.put("role_id", id);
            inherited.put("parent_id", Ids.role(parent.name()).value());
            add(ROLE_PARENTS, inherited);
        }
    }

    private void team(String teamName, Team team) {
        UUID id = Ids.team(teamName).value();
        Map<String, Object> row = named(id, teamName);
        row.put(
                "parent_id",
                team.parent() == null ? null : Ids.team(team.parent()).value());
        add(TEAMS, row);
        team.roles().forEach(link -> add(TEAM_ROLES, assigned("team_id", id, link)));
        team.holdings().forEach(holding -> add(TEAM_PERMISSIONS, held("team_id", id, holding)));
    }

    private void user(String userName, User user) {
        UUID id = Ids.user(userName).value();
        add(USERS, account(id, userName, user.status()));
        user.roles().forEach(link -> add(USER_ROLES, assigned("user_id", id, link)));
        user.teams().forEach(link -> add(TEAM_MEMBERS, member(id, link)));
        for (int i = 0; i < user.holdings().size(); i++) {
            Map<String, Object> row = held("user_id", id, user.holdings().get(i));
            row.put("id", Ids.grant(userName, i).value());
            add(USER_PERMISSIONS, row);
        }
    }

    private static Map<String, Object> account(UUID id, String name, String status) {
        return with(
                versioned(),
                Map.of(
                        "id", id,
                        "username", name,
                        "email", name + "@example.test",
                        "display_name", "The " + name,
                        "external_id", name,
                        "status", status));
    }

    private static Map<String, Object> member(UUID user, Link link) {
        Map<String, Object> row = terms(WorldSets.terms(link.limit()));
        row.put("team_id", Ids.team(link.name()).value());
        row.put("user_id", user);
        row.put("team_role", "member");
        row.put("joined_at", TIME);
        return row;
    }

    private void resource(String text, Stored stored) {
        Map<String, Object> row = versioned();
        row.put("type", Ids.instance(text).type());
        row.put("id", Ids.instance(text).id());
        row.put(
                "owner_id",
                stored.owner() == null ? null : Ids.user(stored.owner()).value());
        row.put(
                "team_id",
                stored.team() == null ? null : Ids.team(stored.team()).value());
        row.put("properties", JsonMapper.shared().readTree(stored.properties()));
        add(RESOURCES, row);
    }

    private static Map<String, Object> named(UUID id, String name) {
        return with(versioned(), Map.of("id", id, "name", name, "description", "the " + name));
    }

    private static Map<String, Object> versioned() {
        return new HashMap<>(Map.of("version", 1L, "created_at", TIME, "updated_at", TIME));
    }

    private static Map<String, Object> with(Map<String, Object> row, Map<String, Object> more) {
        row.putAll(more);
        return row;
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
