package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.projections.Tables.REBUILD;
import static io.neomt.view.jooq.admin.projections.Tables.REBUILD_TARGET;

import io.neomt.event.TenantId;
import io.neomt.projection.rebuild.Sweep;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Finds what is left of rebuilds that are over. */
final class SweepRows {

    /** Something else had to give way, and was kept. */
    static final Condition REPLACED = REBUILD_TARGET.STATE.eq(RebuildRows.DONE).and(REBUILD_TARGET.PREVIOUS.gt(0));

    private final DSLContext dsl;
    private final Set<String> views;

    SweepRows(DSLContext dsl, Set<String> views) {
        this.dsl = dsl;
        this.views = views;
    }

    Optional<Sweep> next() {
        return leftovers().or(this::replaced);
    }

    /** What was made and is not answered from. */
    private Optional<Sweep> leftovers() {
        return ended(REBUILD.SWEPT_AT.isNull()).map(row -> {
            Condition unused = row.get(REBUILD.DRY_RUN) ? DSL.noCondition() : REBUILD_TARGET.STATE.ne(RebuildRows.DONE);
            return sweep(
                    row,
                    false,
                    dsl.select(REBUILD_TARGET.TENANT_ID, DSL.val(row.get(REBUILD.GENERATION)))
                            .from(REBUILD_TARGET)
                            .where(REBUILD_TARGET.REBUILD_ID.eq(row.get(REBUILD.ID)))
                            .and(unused)
                            .fetchMap(found -> new TenantId(found.value1()), Record2::value2));
        });
    }

    /** What nobody will go back to. */
    private Optional<Sweep> replaced() {
        Condition over = REBUILD.DROPPED_AT.isNull().and(REBUILD.KEEP_UNTIL.lt(DSL.currentInstant()));
        return ended(over)
                .map(row -> sweep(
                        row,
                        true,
                        dsl.select(REBUILD_TARGET.TENANT_ID, REBUILD_TARGET.PREVIOUS)
                                .from(REBUILD_TARGET)
                                .where(REBUILD_TARGET.REBUILD_ID.eq(row.get(REBUILD.ID)))
                                .and(REPLACED)
                                .fetchMap(found -> new TenantId(found.value1()), Record2::value2)));
    }

    private Optional<? extends Record> ended(Condition condition) {
        return dsl.select(REBUILD.ID, REBUILD.VIEW, REBUILD.GENERATION, REBUILD.DRY_RUN)
                .from(REBUILD)
                .where(REBUILD.STATE.in(RebuildRows.DONE, RebuildRows.FAILED, "aborted", RebuildRows.GONE_BACK))
                .and(REBUILD.VIEW.in(views))
                .and(condition)
                .orderBy(REBUILD.ID)
                .limit(1)
                .fetchOptional();
    }

    private static Sweep sweep(Record row, boolean replaced, Map<TenantId, Integer> generations) {
        return new Sweep(row.get(REBUILD.ID), row.get(REBUILD.VIEW), replaced, generations);
    }
}
