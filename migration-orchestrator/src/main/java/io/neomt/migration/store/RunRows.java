package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_RUNS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;

import io.neomt.migration.plan.fleet.RunState;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.plan.fleet.Waves;
import io.neomt.migration.run.RunPlan;
import io.neomt.view.jooq.admin.admin.tables.records.MigrationTargetsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Row2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of a new run, in the transaction it is made with. */
record RunRows(DSLContext dsl, SpecJson json) {

    void insert(RunPlan plan) {
        dsl.insertInto(MIGRATION_RUNS)
                .set(MIGRATION_RUNS.ID, plan.id())
                .set(MIGRATION_RUNS.SCOPE, plan.spec().scope().text())
                .set(MIGRATION_RUNS.DIRECTION, plan.spec().goesBack() ? "rollback" : "apply")
                .set(MIGRATION_RUNS.SPEC, JSONB.jsonb(json.write(plan.spec())))
                .set(MIGRATION_RUNS.PLAN_HASH, plan.hash())
                .set(MIGRATION_RUNS.STATE, RunState.RUNNING.text())
                .set(MIGRATION_RUNS.REQUESTED_BY, plan.requestedBy())
                .execute();
        int[] unused = dsl.batchInsert(targets(plan)).execute();
        new Steps(dsl).run(plan.id(), "begun", null);
    }

    private static List<MigrationTargetsRecord> targets(RunPlan plan) {
        List<MigrationTargetsRecord> rows = new ArrayList<>();
        for (int wave = 0; wave < plan.waves().size(); wave++) {
            Waves.Wave planned = plan.waves().get(wave);
            for (Target target : planned.targets()) {
                MigrationTargetsRecord row = new MigrationTargetsRecord();
                row.setRunId(plan.id());
                row.setNumber(rows.size() + 1);
                row.setWave(wave + 1);
                row.setCareful(planned.careful());
                row.setLevel(target.level().text());
                row.setConnectionName(target.connection());
                row.setDatabaseName(target.database());
                row.setSchemaName(target.schema());
                row.setTenantId(target.owner() == null ? null : target.owner().id());
                row.setSlug(target.slug().orElse(null));
                row.setFromVersion(target.from() == null ? null : target.from().value());
                row.setToVersion(
                        Objects.requireNonNull(plan.to().get(target.level())).value());
                row.setState(SqlRuns.PENDING);
                row.setAttempts(0);
                rows.add(row);
            }
        }
        return rows;
    }

    /** Of the first run that holds one of these schemas. */
    static @Nullable UUID holder(DSLContext dsl, RunPlan plan) {
        List<Row2<String, String>> schemas = plan.waves().stream()
                .flatMap(wave -> wave.targets().stream())
                .map(target -> DSL.row(target.connection(), target.schema()))
                .toList();
        return dsl.select(MIGRATION_TARGETS.RUN_ID)
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.STATE.in(SqlRuns.PENDING, SqlRuns.FAILED))
                .and(DSL.row(MIGRATION_TARGETS.CONNECTION_NAME, MIGRATION_TARGETS.SCHEMA_NAME)
                        .in(schemas))
                .limit(1)
                .fetchOne(MIGRATION_TARGETS.RUN_ID);
    }
}
