package io.neomt.event.codec;

import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationEvent.RunChange;
import io.neomt.event.MigrationEvent.WaveChange;
import io.neomt.event.MigrationRunId;
import io.neomt.event.TenantId;
import io.neomt.event.avro.MigrationRunChanged;
import io.neomt.event.avro.MigrationWaveChanged;
import io.neomt.event.avro.SchemaMigrated;
import io.neomt.event.avro.SchemaMigrationFailed;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Events of migrations as Avro records. */
final class MigrationRecords {

    private MigrationRecords() {}

    static SpecificRecord toAvro(MigrationEvent event) {
        String run = event.runId().toString();
        return switch (event) {
            case MigrationEvent.MigrationRunChanged e ->
                new MigrationRunChanged(
                        run, WireNames.of(e.change()), e.scope(), e.direction(), e.schemas(), e.reason());
            case MigrationEvent.MigrationWaveChanged e ->
                new MigrationWaveChanged(run, e.wave(), WireNames.of(e.change()), e.size(), e.failed());
            case MigrationEvent.SchemaMigrated e ->
                new SchemaMigrated(
                        run,
                        e.level(),
                        e.connectionName(),
                        e.schemaName(),
                        text(e.tenantId()),
                        e.fromVersion(),
                        e.toVersion(),
                        e.attempts(),
                        e.millis());
            case MigrationEvent.SchemaMigrationFailed e ->
                new SchemaMigrationFailed(
                        run,
                        e.level(),
                        e.connectionName(),
                        e.schemaName(),
                        text(e.tenantId()),
                        e.toVersion(),
                        e.attempts(),
                        e.sqlState(),
                        e.error());
        };
    }

    static MigrationEvent toEvent(MigrationRunChanged record) {
        RunChange change = WireNames.runChange(record.getChange());
        return new MigrationEvent.MigrationRunChanged(
                MigrationRunId.of(record.getRunId()),
                change,
                record.getScope(),
                record.getDirection(),
                record.getSchemas(),
                record.getReason());
    }

    static MigrationEvent toEvent(MigrationWaveChanged record) {
        WaveChange change = WireNames.waveChange(record.getChange());
        return new MigrationEvent.MigrationWaveChanged(
                MigrationRunId.of(record.getRunId()), record.getWave(), change, record.getSize(), record.getFailed());
    }

    static MigrationEvent toEvent(SchemaMigrated record) {
        return new MigrationEvent.SchemaMigrated(
                MigrationRunId.of(record.getRunId()),
                record.getLevel(),
                record.getConnectionName(),
                record.getSchemaName(),
                tenant(record.getTenantId()),
                record.getFromVersion(),
                record.getToVersion(),
                record.getAttempts(),
                record.getMillis());
    }

    static MigrationEvent toEvent(SchemaMigrationFailed record) {
        return new MigrationEvent.SchemaMigrationFailed(
                MigrationRunId.of(record.getRunId()),
                record.getLevel(),
                record.getConnectionName(),
                record.getSchemaName(),
                tenant(record.getTenantId()),
                record.getToVersion(),
                record.getAttempts(),
                record.getSqlstate(),
                record.getError());
    }

    private static @Nullable String text(@Nullable TenantId tenant) {
        return tenant == null ? null : tenant.toString();
    }

    private static @Nullable TenantId tenant(@Nullable String text) {
        return text == null ? null : TenantId.of(text);
    }
}
