package io.neomt.query.audit;

import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.ExportedRow;
import java.util.function.Consumer;

/** A tenant's events as they were recorded, whether or not they can be read. Throws as {@link AuditLog}. */
public interface SealedLog {

    /** Where a tenant's log stands, and the hash of all of it. */
    record Seal(Position position, EventHash hash) {}

    /** Throws as {@link AuditLog}, also for as long as events of before there was a chain have no hash. */
    Seal seal(TenantId tenant);

    /** Gives all rows up to a position in order, a portion at a time. */
    void rows(TenantId tenant, Position upTo, Consumer<ExportedRow> each);
}
