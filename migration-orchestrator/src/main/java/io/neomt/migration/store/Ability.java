package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_RUNS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;

import io.neomt.commons.connections.Residency;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.view.Region;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/**
 * Which runs this process can work at: those whose versions it knows, since an older one may run beside a newer, and whose
 * schemas lie in regions that it serves.
 *
 * @param required the newest version of each level that this process knows
 */
public record Ability(Supplier<Map<Level, SchemaVersion>> required, Residency residency)
        implements Supplier<Condition> {

    @Override
    public Condition get() {
        return DSL.notExists(DSL.selectOne()
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(MIGRATION_RUNS.ID))
                .and(MIGRATION_TARGETS.STATE.eq(SqlRuns.PENDING))
                .and(tooNew().or(elsewhere())));
    }

    private Condition tooNew() {
        Condition any = DSL.falseCondition();
        for (Map.Entry<Level, SchemaVersion> level : required.get().entrySet()) {
            any = any.or(MIGRATION_TARGETS
                    .LEVEL
                    .eq(level.getKey().text())
                    .and(MIGRATION_TARGETS
                            .TO_VERSION
                            .cast(Long.class)
                            .gt(Long.valueOf(level.getValue().value()))));
        }
        return any;
    }

    private Condition elsewhere() {
        if (residency.everywhere()) {
            return DSL.falseCondition();
        }
        return MIGRATION_TARGETS.CONNECTION_NAME.in(DSL.select(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .from(DATABASE_CONNECTIONS)
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .where(REGIONS.CODE.notIn(
                        residency.regions().stream().map(Region::code).toList())));
    }
}
