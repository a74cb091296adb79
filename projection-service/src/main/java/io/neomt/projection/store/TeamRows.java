package io.neomt.projection.store;

import io.neomt.event.TeamId;
import io.neomt.projection.tenantschema.Row;
import io.neomt.projection.tenantschema.RowKey;
import io.neomt.projection.tenantschema.Rows;
import io.neomt.projection.tenantschema.Rows.NewTeam;
import io.neomt.projection.tenantschema.Rows.TeamUpdate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.SQL;
import org.jspecify.annotations.Nullable;

/** Statements on teams, their members, roles and permissions. */
final class TeamRows {

    private static final String UPDATE = """
            UPDATE teams t
            SET name = coalesce(x.name, t.name), description = coalesce(x.description, t.description),
              parent_id = CASE WHEN x.moved THEN x.parent_id ELSE t.parent_id END,
              version = x.version, updated_at = x.updated::timestamptz,
              deleted_at = coalesce(x.deleted::timestamptz, t.deleted_at)
            FROM $rows AS x (id, name, description, moved, parent_id, version, updated, deleted)
            WHERE t.id = x.id
            """;
    private static final String INSERT = """
            INSERT INTO teams (id, name, description, parent_id, version, created_at, updated_at, deleted_at)
            SELECT id, name, description, parent_id, version, created::timestamptz, updated::timestamptz,
              deleted::timestamptz
            FROM $rows AS x (id, name, description, parent_id, created, version, updated, deleted)
            """;
    private static final String REMOVE_MEMBERS = """
            DELETE FROM team_members m USING $rows AS x (team_id, user_id)
            WHERE m.team_id = x.team_id AND m.user_id = x.user_id
            """;
    private static final String PUT_MEMBERS = """
            INSERT INTO team_members (team_id, user_id, team_role, joined_at, %s)
            SELECT x.team_id, x.user_id, x.team_role, x.at::timestamptz, %s
            FROM $rows AS x (team_id, user_id, team_role, at, %s)
            ON CONFLICT (team_id, user_id) DO UPDATE SET
              team_role = excluded.team_role, joined_at = excluded.joined_at,
              valid_from = excluded.valid_from, expires_at = excluded.expires_at, condition = excluded.condition
            """.formatted(Columns.TERMS, Columns.TERMS_OF_X, Columns.TERMS);
    private static final String REMOVE_ROLES = """
            DELETE FROM team_roles r USING $rows AS x (team_id, role_id)
            WHERE r.team_id = x.team_id AND r.role_id = x.role_id
            """;
    private static final String PUT_ROLES = """
            INSERT INTO team_roles (team_id, role_id, assigned_at, %s)
            SELECT x.team_id, x.role_id, x.at::timestamptz, %s FROM $rows AS x (team_id, role_id, at, %s)
            ON CONFLICT (team_id, role_id) DO UPDATE SET assigned_at = excluded.assigned_at,
              valid_from = excluded.valid_from, expires_at = excluded.expires_at, condition = excluded.condition
            """.formatted(Columns.TERMS, Columns.TERMS_OF_X, Columns.TERMS);

    private TeamRows() {}

    static Stream<SQL> update(List<TeamUpdate> teams) {
        return new Columns<>(teams)
                .uuid(team -> team.id().value())
                .text(TeamUpdate::name)
                .text(TeamUpdate::description)
                .flag(TeamUpdate::moved)
                .uuid(team -> value(team.parent()))
                .number(team -> team.last().version())
                .time(team -> team.last().at())
                .time(TeamUpdate::deletedAt)
                .in(UPDATE);
    }

    static Stream<SQL> insert(List<NewTeam> teams) {
        return new Columns<>(teams)
                .uuid(team -> team.id().value())
                .text(NewTeam::name)
                .text(NewTeam::description)
                .uuid(team -> value(team.parent()))
                .time(NewTeam::createdAt)
                .number(team -> team.last().version())
                .time(team -> team.last().at())
                .time(NewTeam::deletedAt)
                .in(INSERT);
    }

    private static @Nullable UUID value(@Nullable TeamId team) {
        return team == null ? null : team.value();
    }

    static Stream<SQL> remove(Rows rows) {
        Stream<SQL> members = new Columns<>(rows.removed(RowKey.TeamMember.class))
                .uuid(key -> key.team().value())
                .uuid(key -> key.user().value())
                .in(REMOVE_MEMBERS);
        Stream<SQL> roles = new Columns<>(rows.removed(RowKey.TeamRole.class))
                .uuid(key -> key.team().value())
                .uuid(key -> key.role().value())
                .in(REMOVE_ROLES);
        Stream<SQL> permissions = new Columns<>(rows.removed(RowKey.TeamPermission.class))
                .uuid(key -> key.team().value())
                .permission(RowKey.TeamPermission::permission)
                .in(Given.remove("team"));
        return Stream.of(members, roles, permissions).flatMap(each -> each);
    }

    static Stream<SQL> put(Rows rows) {
        Stream<SQL> members = new Columns<>(rows.put(Row.TeamMember.class))
                .uuid(row -> row.key().team().value())
                .uuid(row -> row.key().user().value())
                .text(Row.TeamMember::teamRole)
                .time(Row.TeamMember::at)
                .terms(Row.TeamMember::terms)
                .in(PUT_MEMBERS);
        Stream<SQL> roles = new Columns<>(rows.put(Row.TeamRole.class))
                .uuid(row -> row.key().team().value())
                .uuid(row -> row.key().role().value())
                .time(Row.TeamRole::at)
                .terms(Row.TeamRole::terms)
                .in(PUT_ROLES);
        Stream<SQL> permissions = new Columns<>(rows.put(Row.TeamPermission.class))
                .uuid(row -> row.key().team().value())
                .time(Row.TeamPermission::at)
                .permission(row -> row.key().permission())
                .in(Given.put("team"));
        return Stream.of(members, roles, permissions).flatMap(each -> each);
    }
}
