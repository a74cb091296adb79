package io.neomt.query.lookup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param databaseRole as which its rows are read and written; null for the connection's own
 * @param failedStep the step at which it could not be made, and {@code failedReason} why
 * @param purgeAfter when a deleted tenant is removed for good
 * @param purgeRequestedAt since when nothing brings it back
 * @param removed what there was of it when it was purged, for people
 * @param version the position of the last event about the tenant, in its own sequence
 */
public record TenantView(
        UUID id,
        @Nullable UUID organizationId,
        String name,
        String slug,
        String schemaName,
        String status,
        String deploymentType,
        String region,
        @Nullable String connectionName,
        @Nullable String databaseRole,
        @Nullable String templateVersion,
        boolean createKeycloakRealm,
        @Nullable FirstAdmin firstAdmin,
        List<Contact> contacts,
        @Nullable String failedStep,
        @Nullable String failedReason,
        @Nullable String suspendedReason,
        @Nullable Instant purgeAfter,
        @Nullable Instant restorableUntil,
        @Nullable Instant purgeRequestedAt,
        List<String> removed,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public TenantView {
        contacts = List.copyOf(contacts);
        removed = List.copyOf(removed);
    }

    /** Who administers it from its beginning. */
    public record FirstAdmin(String username, @Nullable String email, String displayName) {}

    /** Whom to turn to about it. */
    public record Contact(
            String kind, String name, @Nullable String email) {}
}
