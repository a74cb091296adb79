package io.neomt.projection.store;

import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.Row;
import io.neomt.projection.tenantschema.RowKey;
import io.neomt.projection.tenantschema.Rows;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.SQL;
import org.jspecify.annotations.Nullable;

/** Statements on resources, and on what is known of those that are gone. */
final class ResourceRows {

    private static final String REMOVE = """
            DELETE FROM resources r USING $rows AS x (type, id) WHERE r.type = x.type AND r.id = x.id
            """;
    private static final String REMEMBER = """
            INSERT INTO removed_resources (type, id) SELECT x.type, x.id FROM $rows AS x (type, id)
            ON CONFLICT DO NOTHING
            """;
    private static final String FORGET = """
            DELETE FROM removed_resources r USING $rows AS x (type, id) WHERE r.type = x.type AND r.id = x.id
            """;
    private static final String PUT = """
            INSERT INTO resources (type, id, owner_id, team_id, properties, version, created_at, updated_at)
            SELECT x.type, x.id, x.owner_id, x.team_id, x.properties::jsonb, x.version, x.created::timestamptz,
              x.updated::timestamptz
            FROM $rows AS x (type, id, owner_id, team_id, properties, created, version, updated)
            ON CONFLICT (type, id) DO UPDATE SET owner_id = excluded.owner_id, team_id = excluded.team_id,
              properties = excluded.properties, version = excluded.version, updated_at = excluded.updated_at
            """;

    private ResourceRows() {}

    static Stream<SQL> remove(Rows rows) {
        List<RowKey.Resource> removed = rows.removed(RowKey.Resource.class);
        return Stream.of(REMOVE, REMEMBER).flatMap(sql -> keys(removed, sql));
    }

    static Stream<SQL> put(Rows rows) {
        List<Row.Resource> put = rows.put(Row.Resource.class);
        return Stream.concat(
                keys(put.stream().map(Row.Resource::key).toList(), FORGET),
                new Columns<>(put)
                        .text(row -> row.key().instance().type())
                        .text(row -> row.key().instance().id())
                        .uuid(row -> owner(row.owner()))
                        .uuid(row -> team(row.team()))
                        .text(row -> Storable.json(row.properties()))
                        .time(Row.Resource::createdAt)
                        .number(row -> row.last().version())
                        .time(row -> row.last().at())
                        .in(PUT));
    }

    private static Stream<SQL> keys(List<RowKey.Resource> keys, String sql) {
        return new Columns<>(keys)
                .text(key -> key.instance().type())
                .text(key -> key.instance().id())
                .in(sql);
    }

    private static @Nullable UUID owner(@Nullable UserId owner) {
        return owner == null ? null : owner.value();
    }

    private static @Nullable UUID team(@Nullable TeamId team) {
        return team == null ? null : team.value();
    }
}
