package io.neomt.projection.store;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.permissionsets.Affected;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.projection.permissionsets.SetSource;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;

/**
 * Sets of rows that are made anew from the log, beside the running ones and in one transaction, which is open for as long as
 * they are read. They follow the running rows' position, but not the running rows.
 */
public final class ShadowSets implements SetSource {

    private final TenantSchemas schemas;
    private final EventLog log;

    public ShadowSets(TenantSchemas schemas, EventLog log) {
        this.schemas = schemas;
        this.log = log;
    }

    @Override
    public <T> T read(TenantId tenant, Runnable goOn, Function<SetReader, T> work) {
        return schemas.of(tenant).write(dsl -> {
            ShadowRows shadow = ShadowRows.create(dsl, TableView.ROWS.tables());
            Filling rows = new Filling(TableView.ROWS, log, dsl, tenant, goOn);
            rows.to(Positions.ifCurrent(dsl).orElseThrow(() -> new NoSchemaException(tenant)));
            shadow.makeReadable();
            return work.apply(new Reader(dsl, rows));
        });
    }

    /** Of the transaction's own rows. */
    private record Reader(DSLContext dsl, Filling rows) implements SetReader {

        /** Brings them to where the running ones are. */
        @Override
        public Position position(TenantId tenant) {
            rows.to(Positions.read(dsl));
            return rows.at();
        }

        @Override
        public PermissionSets read(TenantId tenant, Affected affected) {
            return TenantSetReader.sets(dsl, affected, rows.at());
        }

        @Override
        public Position readAll(TenantId tenant, Consumer<PermissionSets> piece) {
            TenantSetReader.all(dsl, rows.at(), piece);
            return rows.at();
        }
    }
}
