package io.neomt.projection.store;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.commons.connections.TenantDatabase;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Observer;
import io.neomt.projection.tenantschema.Coalescing;
import io.neomt.projection.tenantschema.TenantSchema;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Makes a tenant's rows anew from the log, in one transaction: beside the running ones, then, while the position is
 * locked, compares both and exchanges the rows that differ. Readers see the rows of before or those of after.
 */
public final class SchemaBlueprint implements Blueprint {

    private static final int AT_ONCE = 5_000;

    /** In the table of positions, while what is made from rows is not yet made from the exchanged ones. */
    private static final String EXCHANGED = "tenantschema exchanged";

    private final TenantSchemas schemas;
    private final EventLog log;
    private final AfterExchange after;

    /** @param after is told when rows were exchanged: what is made from them has to be made anew, too */
    public SchemaBlueprint(TenantSchemas schemas, EventLog log, AfterExchange after) {
        this.schemas = schemas;
        this.log = log;
        this.after = after;
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
            int _ = schema.write(SchemaBlueprint::told);
        }
        return filled.made();
    }

    /** Written with the rows, so that whoever goes on after a crash knows that it was not told. */
    private static boolean exchanged(DSLContext dsl, boolean now) {
        if (now) {
            dsl.insertInto(PROJECTION_POSITION)
                    .set(PROJECTION_POSITION.PROJECTION, EXCHANGED)
                    .set(PROJECTION_POSITION.POSITION, 0L)
                    .set(PROJECTION_POSITION.UPDATED_AT, DSL.currentInstant())
                    .onConflictDoNothing()
                    .execute();
        }
        return dsl.fetchExists(PROJECTION_POSITION, PROJECTION_POSITION.PROJECTION.eq(EXCHANGED));
    }

    private static int told(DSLContext dsl) {
        return dsl.deleteFrom(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(EXCHANGED))
                .execute();
    }

    private Filled make(DSLContext dsl, TenantId tenant, boolean flip, Observer observer) {
        Position running = Positions.ifCurrent(dsl).orElseThrow(() -> new NoSchemaException(tenant));
        ShadowRows shadow = ShadowRows.create(dsl);
        dsl.execute("SET LOCAL work_mem = '64MB'");
        Position at = fill(dsl, tenant, Position.NONE, running, observer);
        at = fill(dsl, tenant, at, Positions.read(dsl), observer);
        long rows = shadow.count();
        // from here on the tenant's events wait
        Position locked = lock(dsl);
        fill(dsl, tenant, at, locked, observer);
        boolean differs = shadow.differences(observer::differs) > 0;
        if (differs && flip) {
            shadow.exchange();
        }
        return new Filled(new Made(locked, rows, 0), exchanged(dsl, differs && flip));
    }

    private Position fill(DSLContext dsl, TenantId tenant, Position from, Position to, Observer observer) {
        Position at = from;
        while (at.compareTo(to) < 0) {
            observer.goOn();
            Position next = new Position(Math.min(to.value(), at.value() + AT_ONCE));
            List<EventEnvelope> events = log.read(tenant, at, next);
            if (events.size() != next.value() - at.value()) {
                throw new IllegalStateException("the store of tenant " + tenant + " has not all events up to " + next);
            }
            RowWriter.write(dsl, Coalescing.of(events));
            at = next;
        }
        return at;
    }

    private static Position lock(DSLContext dsl) {
        return dsl.select(PROJECTION_POSITION.POSITION)
                .from(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(TenantSchema.NAME))
                .forUpdate()
                .fetchOptional(PROJECTION_POSITION.POSITION)
                .map(Position::new)
                .orElse(Position.NONE);
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
