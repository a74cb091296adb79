package io.neomt.e2e;

import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;

import io.neomt.view.SchemaName;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Reads a tenant's schema as it stands. */
final class PostgresView {

    private PostgresView() {}

    static TenantView read(DSLContext database, SchemaName schema) {
        TenantView view = new TenantView();
        database.transaction(configuration -> {
            DSLContext sql = configuration.dsl();
            sql.execute("SET LOCAL search_path TO {0}", DSL.name(schema.value()));
            sql.selectFrom(USERS).forEach(row -> {
                TenantView.User user = new TenantView.User(row.getUsername());
                user.active = row.getStatus().equals("active");
                view.users.put(row.getId(), user);
            });
            sql.selectFrom(ROLES).forEach(row -> {
                TenantView.Role role = new TenantView.Role(row.getName());
                role.deleted = row.getDeletedAt() != null;
                view.roles.put(row.getId(), role);
            });
            sql.selectFrom(ROLE_PERMISSIONS)
                    .forEach(row -> view.role(row.getRoleId()).permissions.add(row.getPermission()));
            sql.selectFrom(ROLE_PARENTS)
                    .forEach(row -> view.role(row.getRoleId()).parents.add(row.getParentId()));
            sql.selectFrom(USER_ROLES)
                    .forEach(row -> view.user(row.getUserId()).roles.add(row.getRoleId()));
            sql.selectFrom(USER_PERMISSIONS).forEach(row -> view.user(row.getUserId())
                    .grants
                    .put(row.getId(), row.getPermission() + "=" + row.getEffect()));
        });
        return view;
    }
}
