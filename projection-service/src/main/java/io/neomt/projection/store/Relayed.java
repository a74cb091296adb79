package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.RELAY_POSITION;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Map;
import java.util.stream.Collectors;

/** Up to where the events of each tenant were published, as whoever publishes them says. */
public final class Relayed {

    private final AdminDatabase database;

    public Relayed(AdminDatabase database) {
        this.database = database;
    }

    public Map<TenantId, Position> all() {
        return database
                .read(dsl -> dsl.select(RELAY_POSITION.TENANT_ID, RELAY_POSITION.POSITION)
                        .from(RELAY_POSITION)
                        .fetch())
                .stream()
                .collect(Collectors.toMap(row -> new TenantId(row.value1()), row -> new Position(row.value2())));
    }
}
