package io.neomt.projection.store;

import io.neomt.event.GrantId;
import io.neomt.permission.Effect;
import io.neomt.projection.tenantschema.RowChange.PutGrant;
import io.neomt.projection.tenantschema.RowChange.PutUserRole;
import io.neomt.projection.tenantschema.Rows.NewUser;
import io.neomt.projection.tenantschema.Rows.UserRole;
import io.neomt.projection.tenantschema.Rows.UserUpdate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.SQL;
import org.jspecify.annotations.Nullable;

/** Statements on users, their roles and their grants. */
final class UserRows {

    private static final String INSERT = """
            INSERT INTO users
              (id, username, email, display_name, external_id, status, version, created_at, updated_at)
            SELECT id, username, email, display_name, external_id, status, version, created::timestamptz, updated::timestamptz
            FROM unnest({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8})
              AS x (id, username, email, display_name, external_id, status, version, created, updated)
            """;
    private static final String UPDATE = """
            UPDATE users u
            SET status = coalesce(x.status, u.status), version = x.version, updated_at = x.updated::timestamptz
            FROM unnest({0}, {1}, {2}, {3}) AS x (id, status, version, updated)
            WHERE u.id = x.id
            """;
    private static final String REMOVE_ROLES = """
            DELETE FROM user_roles r USING unnest({0}, {1}) AS x (user_id, role_id)
            WHERE r.user_id = x.user_id AND r.role_id = x.role_id
            """;
    private static final String PUT_ROLES = """
            INSERT INTO user_roles (user_id, role_id, assigned_at)
            SELECT user_id, role_id, at::timestamptz FROM unnest({0}, {1}, {2}) AS x (user_id, role_id, at)
            ON CONFLICT (user_id, role_id) DO UPDATE SET assigned_at = excluded.assigned_at
            """;
    private static final String REMOVE_GRANTS = """
            DELETE FROM user_permissions p USING unnest({0}) AS x (id) WHERE p.id = x.id
            """;
    private static final String PUT_GRANTS = """
            INSERT INTO user_permissions (id, user_id, permission, effect, granted_at)
            SELECT id, user_id, permission, effect, at::timestamptz
            FROM unnest({0}, {1}, {2}, {3}, {4}) AS x (id, user_id, permission, effect, at)
            ON CONFLICT (id) DO UPDATE
              SET permission = excluded.permission, effect = excluded.effect, granted_at = excluded.granted_at
            """;

    private UserRows() {}

    static Stream<SQL> insert(List<NewUser> users) {
        return new Columns<>(users)
                .uuid(user -> user.id().value())
                .text(NewUser::username)
                .text(NewUser::email)
                .text(NewUser::displayName)
                .text(NewUser::externalId)
                .text(user -> status(user.active()))
                .number(NewUser::version)
                .time(NewUser::createdAt)
                .time(NewUser::updatedAt)
                .in(INSERT);
    }

    static Stream<SQL> update(List<UserUpdate> users) {
        return new Columns<>(users)
                .uuid(user -> user.id().value())
                .text(user -> status(user.active()))
                .number(UserUpdate::version)
                .time(UserUpdate::updatedAt)
                .in(UPDATE);
    }

    static Stream<SQL> removeRoles(List<UserRole> links) {
        return new Columns<>(links)
                .uuid(link -> link.user().value())
                .uuid(link -> link.role().value())
                .in(REMOVE_ROLES);
    }

    static Stream<SQL> putRoles(List<PutUserRole> links) {
        return new Columns<>(links)
                .uuid(link -> link.user().value())
                .uuid(link -> link.role().value())
                .time(PutUserRole::at)
                .in(PUT_ROLES);
    }

    static Stream<SQL> removeGrants(List<GrantId> grants) {
        return new Columns<>(grants).uuid(GrantId::value).in(REMOVE_GRANTS);
    }

    static Stream<SQL> putGrants(List<PutGrant> grants) {
        return new Columns<>(grants)
                .uuid(grant -> grant.grant().value())
                .uuid(grant -> grant.user().value())
                .text(PutGrant::permission)
                .text(grant -> grant.effect() == Effect.ALLOW ? "allow" : "deny")
                .time(PutGrant::at)
                .in(PUT_GRANTS);
    }

    private static @Nullable String status(@Nullable Boolean active) {
        if (active == null) {
            return null;
        }
        return active ? "active" : "deactivated";
    }
}
