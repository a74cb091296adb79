package io.neomt.projection.store;

import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.Row;
import io.neomt.projection.tenantschema.RowKey;
import io.neomt.projection.tenantschema.Rows;
import io.neomt.projection.tenantschema.Rows.NewUser;
import io.neomt.projection.tenantschema.Rows.UserUpdate;
import io.neomt.projection.tenantschema.UserStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQL;
import org.jspecify.annotations.Nullable;

/** Statements on users, their roles and their grants. */
final class UserRows {

    // within one statement a name that one row takes may not have been let go of by another yet
    private static final String LET_GO_OF_EMAIL = """
            UPDATE users u SET email = NULL FROM $rows AS x (id) WHERE u.id = x.id
            """;
    private static final String LET_GO_OF_NAMES = """
            UPDATE users u SET status = 'deleted' FROM $rows AS x (id) WHERE u.id = x.id
            """;
    private static final String UPDATE = """
            UPDATE users u
            SET email = CASE WHEN x.described THEN x.email ELSE u.email END,
              display_name = coalesce(x.display_name, u.display_name),
              status = coalesce(x.status, u.status), version = x.version, updated_at = x.updated::timestamptz
            FROM $rows AS x (id, described, email, display_name, status, version, updated)
            WHERE u.id = x.id
            """;
    private static final String INSERT = """
            INSERT INTO users
              (id, username, email, display_name, external_id, status, version, created_at, updated_at)
            SELECT id, username, email, display_name, external_id, status, version, created::timestamptz, updated::timestamptz
            FROM $rows AS x (id, username, email, display_name, external_id, status, created, version, updated)
            """;
    private static final String REMOVE_ROLES = """
            DELETE FROM user_roles r USING $rows AS x (user_id, role_id)
            WHERE r.user_id = x.user_id AND r.role_id = x.role_id
            """;
    private static final String PUT_ROLES = """
            INSERT INTO user_roles (user_id, role_id, assigned_at, %s)
            SELECT x.user_id, x.role_id, x.at::timestamptz, %s
            FROM $rows AS x (user_id, role_id, at, %s)
            ON CONFLICT (user_id, role_id) DO UPDATE SET assigned_at = excluded.assigned_at,
              valid_from = excluded.valid_from, expires_at = excluded.expires_at, condition = excluded.condition
            """.formatted(Columns.TERMS, Columns.TERMS_OF_X, Columns.TERMS);
    private static final String REMOVE_GRANTS = """
            DELETE FROM user_permissions p USING $rows AS x (id) WHERE p.id = x.id
            """;
    // the same grant may be put again only by the same event
    private static final String PUT_GRANTS =
            """
            INSERT INTO user_permissions (id, user_id, granted_at, %s)
            SELECT x.id, x.user_id, x.at::timestamptz, %s
            FROM $rows AS x (id, user_id, at, %s)
            ON CONFLICT (id) DO NOTHING
            """.formatted(Columns.PERMISSION, Columns.PERMISSION_OF_X, Columns.PERMISSION);

    private UserRows() {}

    static Stream<SQL> update(List<UserUpdate> users) {
        return Stream.of(
                        ids(
                                users.stream()
                                        .filter(UserUpdate::described)
                                        .map(UserUpdate::id)
                                        .toList(),
                                LET_GO_OF_EMAIL),
                        ids(deleted(users), LET_GO_OF_NAMES),
                        updated(users))
                .flatMap(each -> each);
    }

    private static List<UserId> deleted(List<UserUpdate> users) {
        return users.stream()
                .filter(user -> user.status() == UserStatus.DELETED)
                .map(UserUpdate::id)
                .toList();
    }

    private static Stream<SQL> updated(List<UserUpdate> users) {
        return new Columns<>(users)
                .uuid(user -> user.id().value())
                .flag(UserUpdate::described)
                .text(UserUpdate::email)
                .text(UserUpdate::displayName)
                .text(user -> text(user.status()))
                .number(user -> user.last().version())
                .time(user -> user.last().at())
                .in(UPDATE);
    }

    static Stream<SQL> insert(List<NewUser> users) {
        return new Columns<>(users)
                .uuid(user -> user.id().value())
                .text(NewUser::username)
                .text(NewUser::email)
                .text(NewUser::displayName)
                .text(NewUser::externalId)
                .text(user -> text(user.status()))
                .time(NewUser::createdAt)
                .number(user -> user.last().version())
                .time(user -> user.last().at())
                .in(INSERT);
    }

    static Stream<SQL> remove(Rows rows) {
        return Stream.concat(
                new Columns<>(rows.removed(RowKey.UserRole.class))
                        .uuid(key -> key.user().value())
                        .uuid(key -> key.role().value())
                        .in(REMOVE_ROLES),
                new Columns<>(rows.removed(RowKey.Grant.class))
                        .uuid(key -> key.id().value())
                        .in(REMOVE_GRANTS));
    }

    static Stream<SQL> put(Rows rows) {
        return Stream.concat(
                new Columns<>(rows.put(Row.UserRole.class))
                        .uuid(row -> row.key().user().value())
                        .uuid(row -> row.key().role().value())
                        .time(Row.UserRole::at)
                        .terms(Row.UserRole::terms)
                        .in(PUT_ROLES),
                new Columns<>(rows.put(Row.Grant.class))
                        .uuid(row -> row.key().id().value())
                        .uuid(row -> row.user().value())
                        .time(Row.Grant::at)
                        .permission(Row.Grant::permission)
                        .in(PUT_GRANTS));
    }

    /** All that deleted users had. */
    static Stream<SQL> clear(List<UserId> users) {
        return Stream.of("user_roles", "user_permissions", "team_members")
                .flatMap(table ->
                        ids(users, "DELETE FROM " + table + " t USING $rows AS x (id) WHERE t.user_id = x.id"));
    }

    private static Stream<SQL> ids(List<UserId> users, String sql) {
        return new Columns<>(users).uuid(UserId::value).in(sql);
    }

    private static @Nullable String text(@Nullable UserStatus status) {
        return status == null ? null : status.text();
    }
}
