package io.neomt.projection.store;

import io.neomt.projection.tenantschema.RowChange.PutRoleParent;
import io.neomt.projection.tenantschema.RowChange.PutRolePermission;
import io.neomt.projection.tenantschema.Rows.NewRole;
import io.neomt.projection.tenantschema.Rows.RoleParent;
import io.neomt.projection.tenantschema.Rows.RolePermission;
import io.neomt.projection.tenantschema.Rows.RoleUpdate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQL;

/** Statements on roles, their permissions and their parents. */
final class RoleRows {

    private static final String INSERT = """
            INSERT INTO roles (id, name, description, version, created_at, updated_at, deleted_at)
            SELECT id, name, description, version, created::timestamptz, updated::timestamptz, deleted::timestamptz
            FROM unnest({0}, {1}, {2}, {3}, {4}, {5}, {6})
              AS x (id, name, description, version, created, updated, deleted)
            """;
    private static final String UPDATE = """
            UPDATE roles r
            SET name = coalesce(x.name, r.name), description = coalesce(x.description, r.description),
              version = x.version, updated_at = x.updated::timestamptz,
              deleted_at = coalesce(x.deleted::timestamptz, r.deleted_at)
            FROM unnest({0}, {1}, {2}, {3}, {4}, {5}) AS x (id, name, description, version, updated, deleted)
            WHERE r.id = x.id
            """;
    private static final String REMOVE_PERMISSIONS = """
            DELETE FROM role_permissions p USING unnest({0}, {1}) AS x (role_id, permission)
            WHERE p.role_id = x.role_id AND p.permission = x.permission
            """;
    private static final String PUT_PERMISSIONS = """
            INSERT INTO role_permissions (role_id, permission, effect, granted_at)
            SELECT role_id, permission, 'allow', at::timestamptz
            FROM unnest({0}, {1}, {2}) AS x (role_id, permission, at)
            ON CONFLICT (role_id, permission, effect, resource_type, resource_id, valid_from, expires_at, md5(condition))
              DO UPDATE SET granted_at = excluded.granted_at
            """;
    private static final String REMOVE_PARENTS = """
            DELETE FROM role_parents p USING unnest({0}, {1}) AS x (role_id, parent_id)
            WHERE p.role_id = x.role_id AND p.parent_id = x.parent_id
            """;
    private static final String PUT_PARENTS = """
            INSERT INTO role_parents (role_id, parent_id)
            SELECT role_id, parent_id FROM unnest({0}, {1}) AS x (role_id, parent_id)
            ON CONFLICT (role_id, parent_id) DO NOTHING
            """;

    private RoleRows() {}

    static Stream<SQL> insert(List<NewRole> roles) {
        return new Columns<>(roles)
                .uuid(role -> role.id().value())
                .text(NewRole::name)
                .text(NewRole::description)
                .number(NewRole::version)
                .time(NewRole::createdAt)
                .time(NewRole::updatedAt)
                .time(NewRole::deletedAt)
                .in(INSERT);
    }

    static Stream<SQL> update(List<RoleUpdate> roles) {
        return new Columns<>(roles)
                .uuid(role -> role.id().value())
                .text(RoleUpdate::name)
                .text(RoleUpdate::description)
                .number(RoleUpdate::version)
                .time(RoleUpdate::updatedAt)
                .time(RoleUpdate::deletedAt)
                .in(UPDATE);
    }

    static Stream<SQL> removePermissions(List<RolePermission> permissions) {
        return new Columns<>(permissions)
                .uuid(permission -> permission.role().value())
                .text(RolePermission::permission)
                .in(REMOVE_PERMISSIONS);
    }

    static Stream<SQL> putPermissions(List<PutRolePermission> permissions) {
        return new Columns<>(permissions)
                .uuid(permission -> permission.role().value())
                .text(PutRolePermission::permission)
                .time(PutRolePermission::at)
                .in(PUT_PERMISSIONS);
    }

    static Stream<SQL> removeParents(List<RoleParent> parents) {
        return new Columns<>(parents)
                .uuid(link -> link.role().value())
                .uuid(link -> link.parent().value())
                .in(REMOVE_PARENTS);
    }

    static Stream<SQL> putParents(List<PutRoleParent> parents) {
        return new Columns<>(parents)
                .uuid(link -> link.role().value())
                .uuid(link -> link.parent().value())
                .in(PUT_PARENTS);
    }
}
