package io.neomt.provisioning.plan;

import org.jspecify.annotations.Nullable;

/**
 * A database that tenants lie in.
 *
 * @param connectionName of the registry
 * @param databaseName another one on the same server; null for the one that the connection names
 */
public record Place(String connectionName, @Nullable String databaseName) {

    @Override
    public String toString() {
        return databaseName == null ? connectionName : connectionName + "/" + databaseName;
    }
}
