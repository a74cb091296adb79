package io.neomt.provisioning.plan;

import io.neomt.event.DeploymentType;
import io.neomt.event.TenantId;
import io.neomt.view.DatabaseRole;
import io.neomt.view.SchemaName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant shall be.
 *
 * @param name for people
 * @param realm whether it gets one of its own
 * @param firstAdmin who administers it first
 */
public record Wish(
        TenantId tenant,
        String slug,
        String name,
        SchemaName schema,
        String region,
        DeploymentType type,
        boolean realm,
        Optional<Admin> firstAdmin) {

    /** The person who administers a tenant first. */
    public record Admin(
            String username,
            @Nullable String email,
            @Nullable String displayName) {}

    public DatabaseRole role() {
        return DatabaseRole.of(tenant);
    }

    /** Where it lies, given its connection. */
    public Place at(String connectionName) {
        return new Place(connectionName, ownDatabase());
    }

    private @Nullable String ownDatabase() {
        return switch (type) {
            case DATABASE -> role().value();
            case SCHEMA, DEDICATED -> null;
        };
    }
}
