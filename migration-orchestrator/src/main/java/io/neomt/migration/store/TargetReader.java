package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.view.jooq.admin.admin.tables.records.MigrationTargetsRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The schemas of one run, as people see them. */
public record TargetReader(AdminDatabase database) {

    /**
     * @param number in the run
     * @param millis how long it took, all attempts together
     */
    public record View(
            int number,
            int wave,
            String level,
            String connection,
            String schema,
            @Nullable String tenant,
            @Nullable String from,
            String to,
            String state,
            int attempts,
            @Nullable String sqlstate,
            @Nullable String error,
            @Nullable Long millis) {}

    /**
     * In their order.
     *
     * @param state only those; null for all
     * @param wave only this; null for all
     * @param after only those with a higher number
     */
    public List<View> targets(UUID run, @Nullable String state, @Nullable Integer wave, int after, int most) {
        Condition asked = state == null ? DSL.noCondition() : MIGRATION_TARGETS.STATE.eq(state);
        Condition inWave = wave == null ? DSL.noCondition() : MIGRATION_TARGETS.WAVE.eq(wave);
        return database.read(dsl -> dsl.selectFrom(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(run))
                .and(asked)
                .and(inWave)
                .and(MIGRATION_TARGETS.NUMBER.gt(after))
                .orderBy(MIGRATION_TARGETS.NUMBER)
                .limit(most)
                .fetch(TargetReader::view));
    }

    /** The slugs of the tenants that a run has migrated. */
    public Set<String> migrated(UUID run) {
        return database.read(dsl -> Set.copyOf(dsl.select(MIGRATION_TARGETS.SLUG)
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(run))
                .and(MIGRATION_TARGETS.STATE.eq(SqlRuns.DONE))
                .and(MIGRATION_TARGETS.SLUG.isNotNull())
                .fetch(MIGRATION_TARGETS.SLUG)));
    }

    private static View view(MigrationTargetsRecord row) {
        return new View(
                row.getNumber(),
                row.getWave(),
                row.getLevel(),
                row.getConnectionName(),
                row.getSchemaName(),
                row.getSlug(),
                row.getFromVersion(),
                row.getToVersion(),
                row.getState(),
                row.getAttempts(),
                row.getSqlstate(),
                row.getError(),
                row.getMillis());
    }
}
