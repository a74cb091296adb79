package io.neomt.projection.store;

import io.neomt.projection.tenantschema.Row;
import io.neomt.projection.tenantschema.RowKey;
import io.neomt.projection.tenantschema.Rows;
import io.neomt.projection.tenantschema.Rows.NewRole;
import io.neomt.projection.tenantschema.Rows.RoleUpdate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQL;

/** Statements on roles, their permissions and their parents. */
final class RoleRows {

    private static final String UPDATE = """
            UPDATE roles r
            SET name = coalesce(x.name, r.name), description = coalesce(x.description, r.description),
              version = x.version, updated_at = x.updated::timestamptz,
              deleted_at = coalesce(x.deleted::timestamptz, r.deleted_at)
            FROM $rows AS x (id, name, description, version, updated, deleted)
            WHERE r.id = x.id
            """;
    private static final String INSERT = """
            INSERT INTO roles (id, name, description, is_system, version, created_at, updated_at, deleted_at)
            SELECT id, name, description, is_system, version, created::timestamptz, updated::timestamptz,
              deleted::timestamptz
            FROM $rows AS x (id, name, description, is_system, created, version, updated, deleted)
            """;
    private static final String REMOVE_PARENTS = """
            DELETE FROM role_parents p USING $rows AS x (role_id, parent_id)
            WHERE p.role_id = x.role_id AND p.parent_id = x.parent_id
            """;
    private static final String PUT_PARENTS = """
            INSERT INTO role_parents (role_id, parent_id, %s)
            SELECT x.role_id, x.parent_id, %s FROM $rows AS x (role_id, parent_id, %s)
            ON CONFLICT (role_id, parent_id) DO UPDATE SET
              valid_from = excluded.valid_from, expires_at = excluded.expires_at, condition = excluded.condition
            """.formatted(Columns.TERMS, Columns.TERMS_OF_X, Columns.TERMS);

    private RoleRows() {}

    static Stream<SQL> update(List<RoleUpdate> roles) {
        return new Columns<>(roles)
                .uuid(role -> role.id().value())
                .text(RoleUpdate::name)
                .text(RoleUpdate::description)
                .number(role -> role.last().version())
                .time(role -> role.last().at())
                .time(RoleUpdate::deletedAt)
                .in(UPDATE);
    }

    static Stream<SQL> insert(List<NewRole> roles) {
        return new Columns<>(roles)
                .uuid(role -> role.id().value())
                .text(NewRole::name)
                .text(NewRole::description)
                .flag(NewRole::system)
                .time(NewRole::createdAt)
                .number(role -> role.last().version())
                .time(role -> role.last().at())
                .time(NewRole::deletedAt)
                .in(INSERT);
    }

    static Stream<SQL> remove(Rows rows) {
        return Stream.concat(
                new Columns<>(rows.removed(RowKey.RolePermission.class))
                        .uuid(key -> key.role().value())
                        .permission(RowKey.RolePermission::permission)
                        .in(Given.remove("role")),
                new Columns<>(rows.removed(RowKey.RoleParent.class))
                        .uuid(key -> key.role().value())
                        .uuid(key -> key.parent().value())
                        .in(REMOVE_PARENTS));
    }

    static Stream<SQL> put(Rows rows) {
        return Stream.concat(
                new Columns<>(rows.put(Row.RolePermission.class))
                        .uuid(row -> row.key().role().value())
                        .time(Row.RolePermission::at)
                        .permission(row -> row.key().permission())
                        .in(Given.put("role")),
                new Columns<>(rows.put(Row.RoleParent.class))
                        .uuid(row -> row.key().role().value())
                        .uuid(row -> row.key().parent().value())
                        .terms(Row.RoleParent::terms)
                        .in(PUT_PARENTS));
    }
}
