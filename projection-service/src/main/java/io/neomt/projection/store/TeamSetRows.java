package io.neomt.projection.store;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.projection.permissionsets.TeamRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements that read what the sets of teams are made of, one row for each team. */
final class TeamSetRows {

    private static final int PARENT = 3;
    private static final int ROLES = PARENT + 1;
    private static final int PERMISSIONS = ROLES + 1 + SetColumns.WIDTH_OF_TERMS;
    private static final int BELOW = PERMISSIONS + SetColumns.WIDTH_OF_PERMISSIONS;

    private static final String TEAMS =
            """
            SELECT t.id, t.name, t.deleted_at IS NOT NULL, t.parent_id, r.*, p.*, t.id IN (SELECT id FROM below)
            FROM teams t JOIN lineage ON lineage.id = t.id
            CROSS JOIN LATERAL (SELECT array_agg(o.role_id), $terms FROM team_roles o WHERE o.team_id = t.id) r
            CROSS JOIN LATERAL (SELECT $permissions FROM team_permissions o WHERE o.team_id = t.id) p
            ORDER BY t.id
            """.replace("$terms", SetColumns.TERMS).replace("$permissions", SetColumns.PERMISSIONS);

    // deleted teams are passed, too: what no longer comes through them must go from the teams below
    private static final String LINEAGE = """
            WITH RECURSIVE
              below (id) AS (
                SELECT unnest({0})
                UNION SELECT t.id FROM teams t JOIN below b ON t.parent_id = b.id),
              lineage (id) AS (
                SELECT id FROM below
                UNION SELECT t.parent_id FROM teams t JOIN lineage l ON t.id = l.id)
            """ + TEAMS;
    private static final String ALL = """
            WITH below (id) AS (SELECT id FROM teams), lineage (id) AS (SELECT id FROM teams)
            """ + TEAMS;

    private TeamSetRows() {}

    /** The teams asked for and all below them, and their ancestors. */
    static Lineage<TeamRow> of(DSLContext dsl, Collection<TeamId> ids) {
        UUID[] values = ids.stream().map(TeamId::value).toArray(UUID[]::new);
        return lineage(dsl.resultQuery(LINEAGE, DSL.val(values)).fetch());
    }

    static Lineage<TeamRow> all(DSLContext dsl) {
        return lineage(dsl.resultQuery(ALL).fetch());
    }

    private static Lineage<TeamRow> lineage(List<? extends Record> rows) {
        return Lineage.of(rows, BELOW, TeamSetRows::team);
    }

    private static TeamRow team(Record row) {
        SetColumns columns = new SetColumns(row);
        @Nullable UUID parent = row.get(PARENT, UUID.class);
        return new TeamRow(
                new TeamId(row.get(0, UUID.class)),
                row.get(1, String.class),
                row.get(2, boolean.class),
                parent == null ? null : new TeamId(parent),
                columns.list(
                        ROLES, i -> new TeamRow.Role(new RoleId(columns.id(ROLES, i)), columns.terms(ROLES + 1, i))),
                columns.list(PERMISSIONS, i -> columns.permission(PERMISSIONS, i)));
    }
}
