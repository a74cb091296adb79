package io.neomt.event;

import org.jspecify.annotations.Nullable;

/** What happens while schemas are migrated; recorded in the sequence of {@link TenantId#PLATFORM}. */
public sealed interface MigrationEvent extends Event {

    /** The run that it belongs to. */
    MigrationRunId runId();

    /** Where a run is now. */
    enum RunChange {
        BEGUN,
        PAUSED,
        RESUMED,
        STOPPED,
        DONE,
        ABORTED
    }

    /** Where a wave is now. */
    enum WaveChange {
        BEGUN,
        ENDED
    }

    /**
     * @param scope which schemas the run is about
     * @param direction apply or rollback
     * @param schemas how many there are
     * @param reason why it stopped; null where it did not
     */
    record MigrationRunChanged(
            MigrationRunId runId,
            RunChange change,
            String scope,
            String direction,
            int schemas,
            @Nullable String reason)
            implements MigrationEvent {}

    /** @param failed how many of its schemas could not be migrated */
    record MigrationWaveChanged(MigrationRunId runId, int wave, WaveChange change, int size, int failed)
            implements MigrationEvent {}

    /**
     * A schema is at another version.
     *
     * @param tenantId whose it is; null for one that belongs to no tenant
     * @param fromVersion null where it was never migrated
     */
    record SchemaMigrated(
            MigrationRunId runId,
            String level,
            String connectionName,
            String schemaName,
            @Nullable TenantId tenantId,
            @Nullable String fromVersion,
            String toVersion,
            int attempts,
            long millis)
            implements MigrationEvent {}

    /**
     * A schema could not be migrated and is as it was.
     *
     * @param sqlState null where the database has not said anything
     */
    record SchemaMigrationFailed(
            MigrationRunId runId,
            String level,
            String connectionName,
            String schemaName,
            @Nullable TenantId tenantId,
            String toVersion,
            int attempts,
            @Nullable String sqlState,
            String error)
            implements MigrationEvent {}
}
