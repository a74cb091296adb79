package io.neomt.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a tenant as a whole; recorded in the tenant's own sequence. */
public sealed interface TenantEvent extends Event {

    TenantId tenantId();

    /**
     * A tenant was asked for; nothing of it exists yet.
     *
     * @param schemaName fixed at creation, like the slug it is made from
     * @param freePermissionCodes whether codes that the tenant's catalogue does not know may be granted
     * @param createRealm whether it gets a realm of its own, too
     */
    record TenantRequested(
            TenantId tenantId,
            String name,
            String slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            String schemaName,
            boolean freePermissionCodes,
            boolean createRealm,
            @Nullable FirstAdmin firstAdmin)
            implements TenantEvent {

        /** With neither a realm nor a first administrator. */
        public TenantRequested(
                TenantId tenantId,
                String name,
                String slug,
                @Nullable OrganizationId organizationId,
                String region,
                DeploymentType deploymentType,
                String schemaName,
                boolean freePermissionCodes) {
            this(
                    tenantId,
                    name,
                    slug,
                    organizationId,
                    region,
                    deploymentType,
                    schemaName,
                    freePermissionCodes,
                    false,
                    null);
        }
    }

    /**
     * It was decided where the tenant lives. A tenant that is used already stays usable: it gets a role of its own.
     *
     * @param connectionName the row of {@code admin.database_connections} that will hold its rows
     * @param databaseRole as which its rows are read and written; null for the connection's own
     * @param reasons why there and nowhere else, for people
     */
    record TenantPlaced(
            TenantId tenantId,
            String connectionName,
            @Nullable String databaseRole,
            List<String> reasons) implements TenantEvent {
        public TenantPlaced {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A step of making or unmaking the tenant ended, or waits.
     *
     * @param attempt from 1
     * @param millis how long the attempt took
     * @param detail what it made or found, for people
     */
    record TenantProvisioningAdvanced(
            TenantId tenantId,
            String step,
            int attempt,
            StepOutcome outcome,
            long millis,
            @Nullable String detail) implements TenantEvent {}

    /** The tenant could not be made; what was made of it was taken back. */
    record TenantProvisioningFailed(TenantId tenantId, String step, String reason) implements TenantEvent {}

    /** A tenant that could not be made is to be made after all. */
    record TenantProvisioningRetried(TenantId tenantId) implements TenantEvent {}

    /**
     * The tenant's schema exists and is at the template's version: from here on its users and roles can be changed.
     *
     * @param connectionName the row of {@code admin.database_connections} that holds the schema
     * @param templateVersion the version of the tenant template that the schema was made from
     */
    record TenantActivated(TenantId tenantId, String connectionName, String templateVersion) implements TenantEvent {}

    /** The settings of the tenant, all of them, as they are from here on. */
    record TenantSettingsChanged(TenantId tenantId, boolean freePermissionCodes) implements TenantEvent {}

    /** The name of the tenant and whom to turn to, all of them, as they are from here on. */
    record TenantUpdated(TenantId tenantId, String name, List<TenantContact> contacts) implements TenantEvent {
        public TenantUpdated {
            contacts = List.copyOf(contacts);
        }
    }

    /** Nobody may do anything in the tenant until it is resumed. */
    record TenantSuspended(TenantId tenantId, String reason) implements TenantEvent {}

    record TenantResumed(TenantId tenantId) implements TenantEvent {}

    /**
     * The tenant is to be taken out of use; nobody may do anything in it from here on.
     *
     * @param purgeAfter when it may be removed for good, in whole milliseconds
     */
    record TenantDeletionRequested(TenantId tenantId, Instant purgeAfter) implements TenantEvent {}

    /**
     * The tenant is out of use; all of it is kept until it is purged.
     *
     * @param restorableUntil the first moment in which it can be restored no longer, in whole milliseconds
     */
    record TenantDeleted(TenantId tenantId, Instant restorableUntil) implements TenantEvent {}

    /** A deleted tenant is what it was before. */
    record TenantRestored(TenantId tenantId) implements TenantEvent {}

    /** The tenant is to be removed for good; nothing brings it back from here on. */
    record TenantPurgeRequested(TenantId tenantId) implements TenantEvent {}

    /**
     * Nothing is left of the tenant but its events. Its slug and its schema's name stay taken, so that no old token ever
     * opens a new tenant.
     *
     * @param removed what was removed, for people
     */
    record TenantPurged(TenantId tenantId, List<String> removed) implements TenantEvent {
        public TenantPurged {
            removed = List.copyOf(removed);
        }
    }
}
