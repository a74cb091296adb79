package io.neomt.projection.store;

import io.neomt.commons.connections.TenantDatabase;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Projection;
import io.neomt.projection.tenantschema.Coalescing;
import io.neomt.projection.tenantschema.Rows;
import io.neomt.projection.tenantschema.TenantSchema;
import java.util.List;
import java.util.Optional;

/** Writes the rows of a batch and the position that they bring the schema to in one transaction. */
public final class TenantSchemaProjection implements Projection {

    private final TenantSchemas schemas;

    public TenantSchemaProjection(TenantSchemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public String name() {
        return TenantSchema.NAME;
    }

    @Override
    public Progress progress(TenantId tenant) {
        return schemas.find(tenant)
                .flatMap(schema -> schema.read(Positions::ifCurrent))
                .<Progress>map(Progress.At::new)
                .orElseGet(Progress.NotReady::new);
    }

    @Override
    public Applied apply(TenantId tenant, Position from, List<EventEnvelope> events) {
        Position to = events.getLast().position();
        Rows rows = Coalescing.of(events);
        Optional<TenantDatabase> schema = schemas.find(tenant);
        if (schema.isEmpty()) {
            return new Applied.Lost();
        }
        return schema.get().write(dsl -> {
            if (!Positions.move(dsl, from, to)) {
                return new Applied.Lost();
            }
            RowWriter.write(dsl, rows);
            return new Applied.Done(to);
        });
    }

    /** The schema is dropped by whoever made it. */
    @Override
    public void remove(TenantId tenant) {
        // nothing of it is anywhere else
    }

    /** A schema without a position is at its beginning: it is never missing. */
    @Override
    public Applied rebuild(TenantId tenant) {
        throw new IllegalStateException("the rows of tenant " + tenant + " are made from events only");
    }
}
