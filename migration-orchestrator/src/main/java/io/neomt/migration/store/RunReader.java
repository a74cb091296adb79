package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_RUNS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.plan.fleet.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Runs, as people see them. */
public final class RunReader {

    private static final int MOST_FAILURES = 100;

    private final AdminDatabase database;

    public RunReader(AdminDatabase database) {
        this.database = database;
    }

    /**
     * @param reason why it stopped; null where it did not
     * @param rate schemas that were migrated in a second, since it was begun or last resumed until the last one
     */
    public record Run(
            UUID id,
            String scope,
            String direction,
            String state,
            @Nullable String reason,
            String requestedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            double rate,
            List<WaveState> waves,
            List<Failed> failures) {}

    /** @param careful whether nothing may fail in it */
    public record WaveState(int number, boolean careful, String level, int size, int done, int failed, int pending) {}

    /** A schema that was not migrated; the first hundred of a run are shown. */
    public record Failed(
            String connection,
            String schema,
            @Nullable String tenant,
            int wave,
            int attempts,
            @Nullable String sqlstate,
            @Nullable String error) {}

    /** Those that hold schemas, the oldest first. */
    public List<Run> open() {
        return database.read(dsl -> runs(
                dsl,
                dsl.select(MIGRATION_RUNS.ID)
                        .from(MIGRATION_RUNS)
                        .where(MIGRATION_RUNS.STATE.notIn(RunState.DONE.text(), RunState.ABORTED.text()))
                        .orderBy(MIGRATION_RUNS.CREATED_AT, MIGRATION_RUNS.ID)));
    }

    /** The newest first. */
    public List<Run> newest(int most) {
        return database.read(dsl -> runs(
                dsl,
                dsl.select(MIGRATION_RUNS.ID)
                        .from(MIGRATION_RUNS)
                        .orderBy(MIGRATION_RUNS.CREATED_AT.desc(), MIGRATION_RUNS.ID.desc())
                        .limit(most)));
    }

    private static List<Run> runs(DSLContext dsl, ResultQuery<Record1<UUID>> ids) {
        return ids.fetch(Record1::value1).stream()
                .flatMap(id -> run(dsl, id).stream())
                .toList();
    }

    public Optional<Run> run(UUID id) {
        return database.read(dsl -> run(dsl, id));
    }

    private static Optional<Run> run(DSLContext dsl, UUID id) {
        return dsl.selectFrom(MIGRATION_RUNS)
                .where(MIGRATION_RUNS.ID.eq(id))
                .fetchOptional(row -> new Run(
                        row.getId(),
                        row.getScope(),
                        row.getDirection(),
                        row.getState(),
                        row.getReason(),
                        row.getRequestedBy(),
                        row.getCreatedAt(),
                        row.getFinishedAt(),
                        rate(dsl, id, Objects.requireNonNullElse(row.getResumedAt(), row.getCreatedAt())),
                        waves(dsl, id),
                        failures(dsl, id)));
    }

    private static double rate(DSLContext dsl, UUID id, Instant since) {
        Record2<Instant, Integer> done = dsl.select(DSL.max(MIGRATION_TARGETS.FINISHED_AT), DSL.count())
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(id))
                .and(MIGRATION_TARGETS.STATE.eq("done"))
                .and(MIGRATION_TARGETS.FINISHED_AT.ge(since))
                .fetchSingle();
        if (done.value1() == null) {
            return 0;
        }
        long millis = Math.max(1, Duration.between(since, done.value1()).toMillis());
        return Math.round(done.value2() * 10_000.0 / millis) / 10.0;
    }

    private static List<WaveState> waves(DSLContext dsl, UUID id) {
        return dsl.select(
                        MIGRATION_TARGETS.WAVE,
                        DSL.boolOr(MIGRATION_TARGETS.CAREFUL),
                        DSL.min(MIGRATION_TARGETS.LEVEL),
                        DSL.count(),
                        in("done"),
                        in("failed", "given_up"),
                        in("pending"))
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(id))
                .groupBy(MIGRATION_TARGETS.WAVE)
                .orderBy(MIGRATION_TARGETS.WAVE)
                .fetch(row -> new WaveState(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    private static Field<Integer> in(String... states) {
        return DSL.count().filterWhere(MIGRATION_TARGETS.STATE.in(states));
    }

    private static List<Failed> failures(DSLContext dsl, UUID id) {
        return dsl.selectFrom(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(id))
                .and(MIGRATION_TARGETS.ERROR.isNotNull())
                .orderBy(MIGRATION_TARGETS.NUMBER)
                .limit(MOST_FAILURES)
                .fetch(row -> new Failed(
                        row.getConnectionName(),
                        row.getSchemaName(),
                        row.getSlug(),
                        row.getWave(),
                        row.getAttempts(),
                        row.getSqlstate(),
                        row.getError()));
    }
}
