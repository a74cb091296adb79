package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_RUNS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.plan.fleet.RunState;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What people do with runs. */
public final class RunControl {

    private final AdminDatabase database;

    public RunControl(AdminDatabase database) {
        this.database = database;
    }

    /**
     * What was found.
     *
     * @param state the run's now; null where there is no such run
     * @param changed whether it is so by this
     */
    public record Found(@Nullable RunState state, boolean changed) {}

    /** What is under way ends; the rest waits. */
    public Found pause(UUID run) {
        return database.write(dsl -> move(dsl, run, "paused", RunState.PAUSED, RunState.RUNNING));
    }

    /** Goes on where it was, and tries once more what had failed; what was purged meanwhile is left alone. */
    public Found resume(UUID run) {
        return database.write(dsl -> {
            Found found = move(dsl, run, "resumed", RunState.RUNNING, RunState.PAUSED, RunState.STOPPED);
            if (found.changed()) {
                again(dsl, run);
            }
            return found;
        });
    }

    private static void again(DSLContext dsl, UUID run) {
        dsl.update(MIGRATION_TARGETS)
                .set(MIGRATION_TARGETS.STATE, "given_up")
                .from(TENANTS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(run))
                .and(MIGRATION_TARGETS.STATE.in(SqlRuns.PENDING, SqlRuns.FAILED))
                .and(TENANTS.ID.eq(MIGRATION_TARGETS.TENANT_ID))
                .and(TENANTS.STATUS.notIn(FleetReader.KEPT))
                .execute();
        dsl.update(MIGRATION_TARGETS)
                .set(MIGRATION_TARGETS.STATE, SqlRuns.PENDING)
                .where(MIGRATION_TARGETS.RUN_ID.eq(run))
                .and(MIGRATION_TARGETS.STATE.eq(SqlRuns.FAILED))
                .execute();
    }

    /** For good: what was not migrated stays as it is and is free for another run. */
    public Found abort(UUID run) {
        return database.write(dsl -> {
            Found found =
                    move(dsl, run, "aborted", RunState.ABORTED, RunState.RUNNING, RunState.PAUSED, RunState.STOPPED);
            if (found.changed()) {
                SqlRuns.release(dsl, run);
            }
            return found;
        });
    }

    private static Found move(DSLContext dsl, UUID run, String change, RunState to, RunState... from) {
        Optional<RunState> state = dsl.select(MIGRATION_RUNS.STATE)
                .from(MIGRATION_RUNS)
                .where(MIGRATION_RUNS.ID.eq(run))
                .forUpdate()
                .fetchOptional(row -> RunState.of(row.value1()));
        if (state.isEmpty() || !Set.copyOf(Arrays.asList(from)).contains(state.get())) {
            return new Found(state.orElse(null), false);
        }
        dsl.update(MIGRATION_RUNS)
                .set(MIGRATION_RUNS.STATE, to.text())
                .setNull(MIGRATION_RUNS.REASON)
                .setNull(MIGRATION_RUNS.OWNER)
                .setNull(MIGRATION_RUNS.LEASE_UNTIL)
                .set(
                        MIGRATION_RUNS.RESUMED_AT,
                        to == RunState.RUNNING ? DSL.currentInstant() : MIGRATION_RUNS.RESUMED_AT)
                .set(
                        MIGRATION_RUNS.FINISHED_AT,
                        to.open() ? DSL.castNull(MIGRATION_RUNS.FINISHED_AT) : DSL.currentInstant())
                .where(MIGRATION_RUNS.ID.eq(run))
                .execute();
        new Steps(dsl).run(run, change, null);
        return new Found(to, true);
    }
}
