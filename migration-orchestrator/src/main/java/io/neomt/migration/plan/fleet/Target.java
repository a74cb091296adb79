package io.neomt.migration.plan.fleet;

import io.neomt.migration.plan.SchemaVersion;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One schema that a run brings to a version.
 *
 * @param connection the registered connection that leads to it
 * @param database on the connection's server; null for the one that its row names
 * @param owner the tenant whose schema it is; null for those that belong to none
 * @param from what the directory says that it has; null where it was never migrated
 */
public record Target(
        Level level,
        String connection,
        @Nullable String database,
        String schema,
        @Nullable Owner owner,
        @Nullable SchemaVersion from) {

    /** The tenant of a schema. */
    public record Owner(UUID id, String slug) {}

    public Optional<String> slug() {
        return Optional.ofNullable(owner).map(Owner::slug);
    }

    /** For people. */
    public String name() {
        return slug().orElseGet(() -> connection + "/" + schema);
    }
}
