package io.neomt.projection.store;

import io.neomt.event.EventEnvelope;
import io.neomt.projection.audit.AuditRow;
import io.neomt.projection.tenantschema.Coalescing;
import io.neomt.projection.tenantschema.TenantSchema;
import java.util.List;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;

/**
 * A view that is tables in a tenant's schema.
 *
 * @param name under which its position is kept
 * @param tables those that others refer to come first
 * @param writer writes what events change, in order, into temporary tables
 */
record TableView(String name, List<ViewTable> tables, BiConsumer<DSLContext, List<EventEnvelope>> writer) {

    static final TableView ROWS = new TableView(
            TenantSchema.NAME, ViewTable.ALL, (dsl, events) -> RowWriter.write(dsl, Coalescing.of(events)));

    static final TableView AUDIT = new TableView(
            AuditRow.PROJECTION,
            List.of(ViewTable.AUDIT),
            (dsl, events) -> AuditRows.copy(dsl, "pg_temp.audit_log", AuditRow.of(events)));

    /** The name of a note that rows were exchanged, and that what is made from them is not yet made anew. */
    String exchanged() {
        return name + " exchanged";
    }
}
