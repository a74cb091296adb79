package io.neomt.projection.store;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.commons.connections.TenantDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Observer;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Makes a tenant's rows anew from the log, in one transaction: beside the running ones, then, while the position is
 * locked, compares both and exchanges the rows that differ. Readers see the rows of before or those of after.
 */
public final class SchemaBlueprint implements Blueprint {

    private final TableView view;
    private final TenantSchemas schemas;
    private final EventLog log;
    private final AfterExchange after;

    private SchemaBlueprint(TableView view, TenantSchemas schemas, EventLog log, AfterExchange after) {
        this.view = view;
        this.schemas = schemas;
        this.log = log;
        this.after = after;
    }

    /** @param after is told when rows were exchanged: what is made from them has to be made anew, too */
    public static SchemaBlueprint ofRows(TenantSchemas schemas, EventLog log, AfterExchange after) {
        return new SchemaBlueprint(TableView.ROWS, schemas, log, after);
    }

    /** @param log of events as the audit log tells of them */
    public static SchemaBlueprint ofAudit(TenantSchemas schemas, EventLog log) {
        return new SchemaBlueprint(TableView.AUDIT, schemas, log, (_, _) -> {});
    }

    /** What is to be done when rows have changed without an event. */
    @FunctionalInterface
    public interface AfterExchange {
        void exchanged(TenantId tenant, int generation);
    }

    private record Filled(Made made, boolean exchanged) {}

    @Override
    public Made make(TenantId tenant, int generation, boolean compare, boolean flip, Observer observer) {
        TenantDatabase schema = schemas.of(tenant);
        Filled filled = schema.write(dsl -> make(dsl, tenant, flip, observer));
        if (filled.exchanged()) {
            after.exchanged(tenant, generation);
            int _ = schema.write(this::told);
        }
        return filled.made();
    }

    /** Written with the rows, so that whoever goes on after a crash knows that it was not told. */
    private boolean exchanged(DSLContext dsl, boolean now) {
        if (now) {
            dsl.insertInto(PROJECTION_POSITION)
                    .set(PROJECTION_POSITION.PROJECTION, view.exchanged())
                    .set(PROJECTION_POSITION.POSITION, 0L)
                    .set(PROJECTION_POSITION.UPDATED_AT, DSL.currentInstant())
                    .onConflictDoNothing()
                    .execute();
        }
        return dsl.fetchExists(PROJECTION_POSITION, PROJECTION_POSITION.PROJECTION.eq(view.exchanged()));
    }

    private int told(DSLContext dsl) {
        return dsl.deleteFrom(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(view.exchanged()))
                .execute();
    }

    private Filled make(DSLContext dsl, TenantId tenant, boolean flip, Observer observer) {
        Position running = Positions.ifCurrent(dsl, view.name()).orElseThrow(() -> new NoSchemaException(tenant));
        ShadowRows shadow = ShadowRows.create(dsl, view.tables());
        dsl.execute("SET LOCAL work_mem = '64MB'");
        Filling filling = new Filling(view, log, dsl, tenant, observer::goOn);
        filling.to(running);
        filling.to(Positions.read(dsl, view.name()));
        long rows = shadow.count();
        // from here on the tenant's events wait
        Position locked = Positions.lock(dsl, view.name());
        filling.to(locked);
        boolean differs = shadow.differences(observer::differs) > 0;
        if (differs && flip) {
            shadow.exchange();
        }
        return new Filled(new Made(locked, rows, 0), exchanged(dsl, differs && flip));
    }

    @Override
    public void check(TenantId tenant, Observer observer) {
        schemas.of(tenant).write(dsl -> make(dsl, tenant, false, observer));
    }

    /** What was replaced differed from what the log says: it is not kept. */
    @Override
    public Position goBack(TenantId tenant, int generation, Observer observer) {
        throw new IllegalStateException("rows that were exchanged are not kept");
    }

    @Override
    public void drop(Map<TenantId, Integer> generations) {
        // what was made ended with its transaction
    }
}
