package io.neomt.command.migration;

import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationEvent.MigrationRunChanged;
import io.neomt.event.MigrationEvent.MigrationWaveChanged;
import io.neomt.event.MigrationEvent.RunChange;
import io.neomt.event.MigrationEvent.SchemaMigrated;
import io.neomt.event.MigrationEvent.SchemaMigrationFailed;
import org.jspecify.annotations.Nullable;

/**
 * A run of migrations as its events left it.
 *
 * @param change the last one; null where nothing was said of it yet
 */
public record MigrationState(@Nullable RunChange change, int migrated, int failed) {

    public static final MigrationState ABSENT = new MigrationState(null, 0, 0);

    public MigrationState evolve(MigrationEvent event) {
        return switch (event) {
            case MigrationRunChanged e -> new MigrationState(e.change(), migrated, failed);
            case MigrationWaveChanged _ -> this;
            case SchemaMigrated _ -> new MigrationState(change, migrated + 1, failed);
            case SchemaMigrationFailed _ -> new MigrationState(change, migrated, failed + 1);
        };
    }
}
