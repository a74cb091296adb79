package io.neomt.projection.views;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.commons.connections.TenantDatabase;
import io.neomt.event.Position;
import io.neomt.view.jooq.tenant.Tables;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;
import org.jooq.Table;

/** Reads all rows of one tenant at one moment. */
record RowsView(Position position, Map<String, List<String>> tables) {

    private static final List<Table<?>> ALL = List.of(
            Tables.USERS,
            Tables.ROLES,
            Tables.ROLE_PERMISSIONS,
            Tables.ROLE_PARENTS,
            Tables.USER_ROLES,
            Tables.USER_PERMISSIONS,
            Tables.TEAMS,
            Tables.TEAM_MEMBERS,
            Tables.TEAM_ROLES,
            Tables.TEAM_PERMISSIONS,
            Tables.PERMISSIONS,
            Tables.SETTINGS,
            Tables.RESOURCES,
            Tables.REMOVED_RESOURCES,
            Tables.GUESTS,
            Tables.ACCESS_GRANTS,
            Tables.ROLE_TEMPLATES);

    static RowsView of(TenantDatabase schema) {
        return schema.read(dsl -> {
            Map<String, List<String>> tables = new TreeMap<>();
            ALL.forEach(table -> tables.put(
                    table.getName(),
                    dsl.selectFrom(table).fetch().stream()
                            .map(RowsView::text)
                            .sorted()
                            .toList()));
            Long position = dsl.select(PROJECTION_POSITION.POSITION)
                    .from(PROJECTION_POSITION)
                    .fetchOne(PROJECTION_POSITION.POSITION);
            return new RowsView(new Position(position == null ? 0 : position), tables);
        });
    }

    /** Without the number of a row, which counts how often it was written. */
    private static String text(Record row) {
        Map<String, Object> columns = row.intoMap();
        columns.computeIfPresent("id", (_, id) -> id instanceof Long ? null : id);
        return columns.toString();
    }
}
