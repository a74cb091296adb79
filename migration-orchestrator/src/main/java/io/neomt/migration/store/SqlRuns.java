package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_RUNS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.RunState;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.Claim;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.run.Runs;
import io.neomt.view.jooq.admin.admin.tables.records.MigrationTargetsRecord;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Runs in the admin database. Times of leases are the database's, so that processes' clocks need not agree. */
public final class SqlRuns implements Runs {

    static final String PENDING = "pending";
    static final String DONE = "done";
    static final String FAILED = "failed";
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String CLAIM = """
            UPDATE admin.migration_runs SET owner = ?, epoch = epoch + 1, lease_until = now() + ? * interval '1 millisecond'
            WHERE id = (SELECT id FROM admin.migration_runs
                        WHERE state = 'running' AND (lease_until IS NULL OR lease_until < now() OR owner = ?) AND ?
                        ORDER BY created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, spec, epoch""";

    private final AdminDatabase database;
    private final SpecJson json;
    private final String owner;
    private final Duration lease;
    private final Supplier<Condition> able;

    /**
     * @param owner whoever works at one run at a time, unlike any other
     * @param able which runs it can work at
     */
    public SqlRuns(AdminDatabase database, SpecJson json, String owner, Duration lease, Supplier<Condition> able) {
        this.database = database;
        this.json = json;
        this.owner = owner;
        this.lease = lease;
        this.able = able;
    }

    @Override
    public void begin(RunPlan plan) {
        try {
            database.write(dsl -> {
                RunRows rows = new RunRows(dsl, json);
                rows.insert(plan);
                return plan;
            });
        } catch (DataAccessException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                throw new SchemaTakenException(database.read(dsl -> RunRows.holder(dsl, plan)), e);
            }
            throw e;
        }
    }

    @Override
    public Optional<Claim> claim() {
        return database.write(dsl -> dsl.fetch(CLAIM, owner, lease.toMillis(), owner, able.get()).stream()
                .findFirst()
                .map(this::claim));
    }

    private Claim claim(Record row) {
        return new Claim(
                row.get(0, UUID.class), json.read(row.get(1, JSONB.class).data()), row.get(2, Long.class));
    }

    @Override
    public boolean renew(Claim claim) {
        return database.write(dsl -> dsl.execute("""
                        UPDATE admin.migration_runs SET lease_until = now() + ? * interval '1 millisecond'
                        WHERE id = ? AND epoch = ? AND state = 'running'""", lease.toMillis(), claim.run(), claim.epoch()) == 1);
    }

    @Override
    public Optional<Wave> next(Claim claim) {
        return database.write(dsl -> {
            Integer number = dsl.select(DSL.min(MIGRATION_TARGETS.WAVE))
                    .from(MIGRATION_TARGETS)
                    .where(MIGRATION_TARGETS.RUN_ID.eq(claim.run()))
                    .and(MIGRATION_TARGETS.STATE.eq(PENDING))
                    .fetchSingle()
                    .value1();
            Optional<Wave> next = Optional.ofNullable(number).map(wave -> wave(dsl, claim, wave));
            next.ifPresent(wave -> new Steps(dsl).waveBegins(claim, wave.number()));
            return next;
        });
    }

    private static Wave wave(DSLContext dsl, Claim claim, int number) {
        List<MigrationTargetsRecord> rows = dsl.selectFrom(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(claim.run()))
                .and(MIGRATION_TARGETS.WAVE.eq(number))
                .orderBy(MIGRATION_TARGETS.NUMBER)
                .fetch();
        long failed = rows.stream().filter(row -> row.getState().equals(FAILED)).count();
        List<Numbered> left = rows.stream()
                .filter(row -> row.getState().equals(PENDING))
                .map(row -> new Numbered(row.getNumber(), target(row), new SchemaVersion(row.getToVersion())))
                .toList();
        return new Wave(number, rows.getFirst().getCareful(), rows.size(), (int) failed, left);
    }

    static Target target(MigrationTargetsRecord row) {
        return new Target(
                Level.valueOf(row.getLevel().toUpperCase(Locale.ROOT)),
                row.getConnectionName(),
                row.getDatabaseName(),
                row.getSchemaName(),
                row.getTenantId() == null ? null : new Target.Owner(row.getTenantId(), row.getSlug()),
                row.getFromVersion() == null ? null : new SchemaVersion(row.getFromVersion()));
    }

    @Override
    public boolean record(Claim claim, int wave, List<Result> results) {
        return database.write(dsl -> {
            if (!holds(dsl, claim)) {
                return false;
            }
            new Results(dsl).keep(claim, results);
            new Versions(dsl).reached(claim, results);
            new Steps(dsl).schemas(claim, wave, results);
            return true;
        });
    }

    /** And keeps others from taking it while this transaction lasts. */
    private static boolean holds(DSLContext dsl, Claim claim) {
        return dsl.selectOne()
                .from(MIGRATION_RUNS)
                .where(mine(claim))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private static Condition mine(Claim claim) {
        return MIGRATION_RUNS.ID.eq(claim.run()).and(MIGRATION_RUNS.EPOCH.eq(claim.epoch()));
    }

    @Override
    public boolean stop(Claim claim, String reason) {
        return end(claim, RunState.STOPPED, reason);
    }

    @Override
    public boolean done(Claim claim) {
        return end(claim, RunState.DONE, null);
    }

    private boolean end(Claim claim, RunState state, @Nullable String reason) {
        return database.write(dsl -> {
            boolean ended = dsl.update(MIGRATION_RUNS)
                            .set(MIGRATION_RUNS.STATE, state.text())
                            .set(MIGRATION_RUNS.REASON, reason)
                            .setNull(MIGRATION_RUNS.OWNER)
                            .setNull(MIGRATION_RUNS.LEASE_UNTIL)
                            .set(
                                    MIGRATION_RUNS.FINISHED_AT,
                                    state.open() ? DSL.castNull(MIGRATION_RUNS.FINISHED_AT) : DSL.currentInstant())
                            .where(mine(claim))
                            .and(MIGRATION_RUNS.STATE.eq(RunState.RUNNING.text()))
                            .execute()
                    == 1;
            if (ended) {
                new Steps(dsl).run(claim.run(), state.text(), reason);
            }
            if (ended && !state.open()) {
                release(dsl, claim.run());
            }
            return ended;
        });
    }

    /** What failed and was tolerated is free for another run. */
    static void release(DSLContext dsl, UUID run) {
        dsl.update(MIGRATION_TARGETS)
                .set(MIGRATION_TARGETS.STATE, "given_up")
                .where(MIGRATION_TARGETS.RUN_ID.eq(run))
                .and(MIGRATION_TARGETS.STATE.in(PENDING, FAILED))
                .execute();
    }
}
