package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which events were skipped or patched: few, so that all of them are known without asking for each event. */
final class Interventions {

    private final AdminDatabase database;
    private volatile @Nullable Map<TenantId, Set<Position>> known;

    Interventions(AdminDatabase database) {
        this.database = database;
    }

    Set<Position> of(TenantId tenant) {
        @Nullable Map<TenantId, Set<Position>> all = known;
        return (all == null ? refresh() : all).getOrDefault(tenant, Set.of());
    }

    Map<TenantId, Set<Position>> refresh() {
        Map<TenantId, Set<Position>> all = database
                .read(dsl -> dsl.select(INTERVENTION.TENANT_ID, INTERVENTION.POSITION)
                        .from(INTERVENTION)
                        .fetch())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new TenantId(row.value1()),
                        Collectors.mapping(row -> new Position(row.value2()), Collectors.toSet())));
        known = all;
        return all;
    }
}
