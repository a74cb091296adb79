package io.neomt.e2e;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.GUESTS;
import static io.neomt.view.jooq.tenant.Tables.PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.REMOVED_RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_TEMPLATES;
import static io.neomt.view.jooq.tenant.Tables.SETTINGS;
import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_ROLES;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;

import io.neomt.permission.Terms;
import io.neomt.view.SchemaName;
import io.neomt.view.cache.PermissionsJson;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads a tenant's schema as it stands. */
final class PostgresView {

    private final TenantView view = new TenantView();
    private final DSLContext sql;

    private PostgresView(DSLContext sql) {
        this.sql = sql;
    }

    static TenantView read(DSLContext database, SchemaName schema) {
        return database.transactionResult(configuration -> {
            configuration.dsl().execute("SET LOCAL search_path TO {0}", DSL.name(schema.value()));
            PostgresView reading = new PostgresView(configuration.dsl());
            reading.users();
            reading.roles();
            reading.teams();
            reading.resources();
            reading.access();
            reading.others();
            return reading.view;
        });
    }

    private void users() {
        sql.selectFrom(USERS).forEach(row -> {
            TenantView.User user = new TenantView.User(row.getUsername());
            user.email = row.getEmail();
            user.displayName = row.getDisplayName();
            user.status = row.getStatus();
            view.users.put(row.getId(), user);
        });
        sql.selectFrom(USER_ROLES)
                .forEach(row -> view.user(row.getUserId()).roles.put(row.getRoleId(), terms(row)));
        sql.selectFrom(USER_PERMISSIONS)
                .forEach(row -> view.user(row.getUserId()).grants.put(row.getId(), permission(row)));
    }

    private void roles() {
        sql.selectFrom(ROLES).forEach(row -> {
            TenantView.Role role = new TenantView.Role(row.getName());
            role.deleted = row.getDeletedAt() != null;
            view.roles.put(row.getId(), role);
        });
        sql.selectFrom(ROLE_PERMISSIONS)
                .forEach(row -> view.role(row.getRoleId()).permissions.add(permission(row)));
        sql.selectFrom(ROLE_PARENTS)
                .forEach(row -> view.role(row.getRoleId()).parents.put(row.getParentId(), terms(row)));
    }

    private void teams() {
        sql.selectFrom(TEAMS).forEach(row -> {
            TenantView.Team team = new TenantView.Team(row.getName());
            team.deleted = row.getDeletedAt() != null;
            team.parent = row.getParentId();
            view.teams.put(row.getId(), team);
        });
        sql.selectFrom(TEAM_MEMBERS).forEach(row -> {
            view.team(row.getTeamId()).members.put(row.getUserId(), terms(row));
            view.team(row.getTeamId()).labels.put(row.getUserId(), row.getTeamRole());
        });
        sql.selectFrom(TEAM_ROLES)
                .forEach(row -> view.team(row.getTeamId()).roles.put(row.getRoleId(), terms(row)));
        sql.selectFrom(TEAM_PERMISSIONS)
                .forEach(row -> view.team(row.getTeamId()).permissions.add(permission(row)));
    }

    private void resources() {
        sql.selectFrom(RESOURCES)
                .forEach(row -> view.resources.put(
                        row.getType() + "/" + row.getId(),
                        new TenantView.Resource(
                                row.getOwnerId(),
                                row.getTeamId(),
                                Texts.json(row.getProperties().data()))));
        sql.selectFrom(REMOVED_RESOURCES).forEach(row -> view.removed.add(row.getType() + "/" + row.getId()));
    }

    private void access() {
        sql.selectFrom(GUESTS).forEach(row -> view.guests.add(row.getUserId()));
        sql.selectFrom(ACCESS_GRANTS)
                .forEach(row -> view.access.put(
                        row.getId(),
                        new TenantView.Access(
                                row.getUserId(), row.getHomeTenantId().toString(), permission(row))));
    }

    private void others() {
        sql.selectFrom(PERMISSIONS)
                .forEach(row ->
                        view.others.put("code " + row.getCode(), row.getDescription() + " " + row.getResourceType()));
        sql.selectFrom(ROLE_TEMPLATES)
                .forEach(row -> view.others.put(
                        "template " + row.getName(),
                        row.getDescription()
                                + PermissionsJson.read(row.getPermissions().data()).stream()
                                        .map(Texts::of)
                                        .toList()));
        sql.selectFrom(SETTINGS)
                .forEach(row -> view.others.put(
                        "setting " + row.getKey(), row.getValue().data()));
    }

    private static String terms(Record row) {
        return Texts.of(Terms.of(
                row.get("valid_from", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("condition", String.class)));
    }

    private static String permission(Record row) {
        return Texts.of(
                row.get("permission", String.class),
                row.get("effect", String.class),
                row.get("resource_type", String.class),
                row.get("resource_id", String.class),
                row.get("valid_from", Instant.class),
                row.get("expires_at", Instant.class),
                row.get("condition", String.class));
    }
}
