package io.neomt.projection.store;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CachedResource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements that read resources, also those that are gone: these have no properties. */
final class ResourceSetRows {

    private static final String THESE = """
            SELECT x.type, x.id, r.owner_id, r.team_id, r.properties::text
            FROM unnest({0}, {1}) AS x (type, id) LEFT JOIN resources r ON r.type = x.type AND r.id = x.id
            """;
    private static final String NEXT = """
            (SELECT type, id, owner_id, team_id, properties::text FROM resources
              WHERE (type, id) > ({0}, {1}) ORDER BY type, id LIMIT {2})
            UNION ALL (SELECT type, id, NULL, NULL, NULL FROM removed_resources
              WHERE (type, id) > ({0}, {1}) ORDER BY type, id LIMIT {2})
            ORDER BY type, id LIMIT {2}
            """;

    private ResourceSetRows() {}

    static SequencedMap<Instance, CachedResource> of(DSLContext dsl, Collection<Instance> instances, Position version) {
        List<Instance> order = List.copyOf(instances);
        String[] types = order.stream().map(Instance::type).toArray(String[]::new);
        String[] ids = order.stream().map(Instance::id).toArray(String[]::new);
        return resources(dsl.resultQuery(THESE, DSL.val(types), DSL.val(ids)).fetch(), version);
    }

    /** In the order of the database, so that the last one is where the next piece goes on. */
    static SequencedMap<Instance, CachedResource> after(
            DSLContext dsl, @Nullable Instance after, int most, Position version) {
        return resources(
                dsl.resultQuery(
                                NEXT,
                                DSL.val(after == null ? "" : after.type()),
                                DSL.val(after == null ? "" : after.id()),
                                DSL.val(most))
                        .fetch(),
                version);
    }

    private static SequencedMap<Instance, CachedResource> resources(Result<? extends Record> rows, Position version) {
        SequencedMap<Instance, CachedResource> resources = new LinkedHashMap<>();
        rows.forEach(row -> resources.put(
                new Instance(row.get(0, String.class), row.get(1, String.class)), resource(row, version)));
        return resources;
    }

    private static CachedResource resource(Record row, Position version) {
        @Nullable UUID owner = row.get(2, UUID.class);
        @Nullable UUID team = row.get(3, UUID.class);
        @Nullable String properties = row.get(4, String.class);
        return properties == null
                ? CachedResource.removed(version)
                : new CachedResource(
                        version,
                        false,
                        owner == null ? null : new UserId(owner),
                        team == null ? null : new TeamId(team),
                        properties);
    }
}
