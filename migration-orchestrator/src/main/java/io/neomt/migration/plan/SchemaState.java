package io.neomt.migration.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is shipped beside what a database has.
 *
 * @param shipped at least one
 * @param applied empty for a database that was never migrated
 */
public record SchemaState(List<ShippedMigration> shipped, List<AppliedMigration> applied) {

    public SchemaState {
        if (shipped.isEmpty()) {
            throw new IllegalArgumentException("a build without migrations cannot be right");
        }
        shipped = List.copyOf(shipped);
        applied = List.copyOf(applied);
    }

    /** The newest version that the database has; empty where it was never migrated. */
    public Optional<SchemaVersion> current() {
        return applied.stream().map(AppliedMigration::version).max(Comparator.naturalOrder());
    }

    public SchemaVersion newestShipped() {
        return shipped.stream()
                .map(ShippedMigration::version)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Shipped and not applied, oldest first. */
    public List<ShippedMigration> pending() {
        Set<SchemaVersion> done =
                applied.stream().map(AppliedMigration::version).collect(Collectors.toSet());
        return shipped.stream()
                .filter(migration -> !done.contains(migration.version()))
                .sorted(Comparator.comparing(ShippedMigration::version))
                .toList();
    }
}
