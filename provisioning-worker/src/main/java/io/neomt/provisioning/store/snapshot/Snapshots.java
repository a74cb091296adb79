package io.neomt.provisioning.store.snapshot;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.sql.DataSource;

/**
 * The snapshot of each server that tenants lie on, proven there once in the life of this process, since servers may be
 * of different versions. Where it cannot be proven there is none, and schemas are made by Flyway.
 */
public final class Snapshots {

    private final TemplateReplay replay;
    private final InstantSource clock;
    private final BiConsumer<String, RuntimeException> onUnproven;
    private final Map<String, Optional<Snapshot>> known = new ConcurrentHashMap<>();

    /** @param onUnproven told the connection and why its schemas are made without a snapshot */
    public Snapshots(TemplateReplay replay, InstantSource clock, BiConsumer<String, RuntimeException> onUnproven) {
        this.replay = replay;
        this.clock = clock;
        this.onUnproven = onUnproven;
    }

    /** Proves it when asked first; whoever asks meanwhile waits. */
    public Optional<Snapshot> of(String connectionName, DataSource database) {
        return known.computeIfAbsent(connectionName, name -> prove(name, database));
    }

    private Optional<Snapshot> prove(String connectionName, DataSource database) {
        try {
            return Optional.of(new Proof(database, replay, clock).run());
        } catch (SnapshotDiffersException e) {
            onUnproven.accept(connectionName, e);
            return Optional.empty();
        }
    }
}
