package io.neomt.projection.store;

import io.neomt.commons.connections.TenantDatabase;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.audit.AuditRow;
import io.neomt.projection.kernel.Projection;
import java.util.List;
import java.util.Optional;

/** Writes what happened into the tenant's audit log, with the position that it is complete to. */
public final class AuditProjection implements Projection {

    private final TenantSchemas schemas;
    private final StoredEvents store;

    /** @param store where the hashes of events are that were published without, and what was skipped or patched since */
    public AuditProjection(TenantSchemas schemas, StoredEvents store) {
        this.schemas = schemas;
        this.store = store;
    }

    @Override
    public String name() {
        return AuditRow.PROJECTION;
    }

    @Override
    public Progress progress(TenantId tenant) {
        return schemas.find(tenant)
                .flatMap(schema -> schema.read(dsl -> Positions.ifCurrent(dsl, AuditRow.PROJECTION)))
                .<Progress>map(Progress.At::new)
                .orElseGet(Progress.NotReady::new);
    }

    @Override
    public Applied apply(TenantId tenant, Position from, List<EventEnvelope> events) {
        Optional<TenantDatabase> schema = schemas.find(tenant);
        if (schema.isEmpty()) {
            return new Applied.Lost();
        }
        Position to = events.getLast().position();
        List<AuditRow> rows = AuditRow.of(store.published(tenant, events));
        return schema.get().write(dsl -> {
            if (!Positions.move(dsl, AuditRow.PROJECTION, from, to)) {
                return new Applied.Lost();
            }
            AuditRows.append(dsl, rows);
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
        throw new IllegalStateException("the audit log of tenant " + tenant + " is made from events only");
    }
}
