package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static org.jooq.impl.DSL.row;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.jooq.tenant.tables.records.ResourcesRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** Registered resources. */
final class ResourceRows {

    private ResourceRows() {}

    /** Only those that are registered are in the answer. */
    static Map<Instance, CachedResource> sets(DSLContext dsl, Collection<Instance> ids, Position at) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Instance, CachedResource> sets = HashMap.newHashMap(ids.size());
        dsl.selectFrom(RESOURCES)
                .where(row(RESOURCES.TYPE, RESOURCES.ID)
                        .in(ids.stream().map(id -> row(id.type(), id.id())).toList()))
                .forEach(found -> sets.put(new Instance(found.getType(), found.getId()), set(found, at)));
        return sets;
    }

    static CachedResource set(ResourcesRecord row, Position at) {
        return new CachedResource(
                at,
                false,
                row.getOwnerId() == null ? null : new UserId(row.getOwnerId()),
                row.getTeamId() == null ? null : new TeamId(row.getTeamId()),
                row.getProperties().data());
    }
}
