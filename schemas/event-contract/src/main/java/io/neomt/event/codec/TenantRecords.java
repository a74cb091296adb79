package io.neomt.event.codec;

import io.neomt.event.OrganizationId;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.avro.FirstAdmin;
import io.neomt.event.avro.TenantActivated;
import io.neomt.event.avro.TenantContact;
import io.neomt.event.avro.TenantPlaced;
import io.neomt.event.avro.TenantProvisioningAdvanced;
import io.neomt.event.avro.TenantProvisioningFailed;
import io.neomt.event.avro.TenantProvisioningRetried;
import io.neomt.event.avro.TenantRequested;
import io.neomt.event.avro.TenantSettingsChanged;
import io.neomt.event.avro.TenantUpdated;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Tenant events as Avro records. */
final class TenantRecords {

    private TenantRecords() {}

    static SpecificRecord toAvro(TenantEvent event) {
        return switch (event) {
            case TenantEvent.TenantRequested requested -> requested(requested);
            case TenantEvent.TenantActivated(var tenant, var connection, var templateVersion) ->
                new TenantActivated(tenant.toString(), connection, templateVersion);
            case TenantEvent.TenantSettingsChanged(var tenant, var freeCodes) ->
                new TenantSettingsChanged(tenant.toString(), freeCodes);
            case TenantEvent.TenantPlaced(var tenant, var connection, var role, var reasons) ->
                new TenantPlaced(tenant.toString(), connection, role, reasons);
            case TenantEvent.TenantProvisioningAdvanced e ->
                new TenantProvisioningAdvanced(
                        e.tenantId().toString(),
                        e.step(),
                        e.attempt(),
                        WireNames.of(e.outcome()),
                        e.millis(),
                        e.detail());
            case TenantEvent.TenantProvisioningFailed(var tenant, var step, var reason) ->
                new TenantProvisioningFailed(tenant.toString(), step, reason);
            case TenantEvent.TenantProvisioningRetried(var tenant) -> new TenantProvisioningRetried(tenant.toString());
            case TenantEvent.TenantUpdated e ->
                new TenantUpdated(
                        e.tenantId().toString(),
                        e.name(),
                        e.contacts().stream()
                                .map(contact -> new TenantContact(contact.kind(), contact.name(), contact.email()))
                                .toList());
            case TenantEvent.TenantSuspended e -> TenantLifeRecords.toAvro(e);
            case TenantEvent.TenantResumed e -> TenantLifeRecords.toAvro(e);
            case TenantEvent.TenantDeletionRequested e -> TenantLifeRecords.toAvro(e);
            case TenantEvent.TenantDeleted e -> TenantLifeRecords.toAvro(e);
            case TenantEvent.TenantRestored e -> TenantLifeRecords.toAvro(e);
            case TenantEvent.TenantPurgeRequested e -> TenantLifeRecords.toAvro(e);
            case TenantEvent.TenantPurged e -> TenantLifeRecords.toAvro(e);
        };
    }

    private static TenantRequested requested(TenantEvent.TenantRequested event) {
        return new TenantRequested(
                event.tenantId().toString(),
                event.name(),
                event.slug(),
                text(event.organizationId()),
                event.region(),
                WireNames.of(event.deploymentType()),
                event.schemaName(),
                event.freePermissionCodes(),
                event.createRealm(),
                toAvro(event.firstAdmin()));
    }

    private static @Nullable FirstAdmin toAvro(io.neomt.event.@Nullable FirstAdmin admin) {
        return admin == null ? null : new FirstAdmin(admin.username(), admin.email(), admin.displayName());
    }

    static TenantEvent toEvent(TenantRequested record) {
        return new TenantEvent.TenantRequested(
                TenantId.of(record.getTenantId()),
                record.getName(),
                record.getSlug(),
                organization(record.getOrganizationId()),
                record.getRegion(),
                WireNames.deploymentType(record.getDeploymentType()),
                record.getSchemaName(),
                !Boolean.FALSE.equals(record.getFreePermissionCodes()),
                Boolean.TRUE.equals(record.getCreateRealm()),
                admin(record.getFirstAdmin()));
    }

    private static io.neomt.event.@Nullable FirstAdmin admin(@Nullable FirstAdmin record) {
        return record == null
                ? null
                : new io.neomt.event.FirstAdmin(record.getUsername(), record.getEmail(), record.getDisplayName());
    }

    static TenantEvent toEvent(TenantPlaced record) {
        return new TenantEvent.TenantPlaced(
                TenantId.of(record.getTenantId()),
                record.getConnectionName(),
                record.getDatabaseRole(),
                record.getReasons());
    }

    static TenantEvent toEvent(TenantProvisioningAdvanced record) {
        return new TenantEvent.TenantProvisioningAdvanced(
                TenantId.of(record.getTenantId()),
                record.getStep(),
                record.getAttempt(),
                WireNames.stepOutcome(record.getOutcome()),
                record.getMillis(),
                record.getDetail());
    }

    static TenantEvent toEvent(TenantProvisioningFailed record) {
        return new TenantEvent.TenantProvisioningFailed(
                TenantId.of(record.getTenantId()), record.getStep(), record.getReason());
    }

    static TenantEvent toEvent(TenantProvisioningRetried record) {
        return new TenantEvent.TenantProvisioningRetried(TenantId.of(record.getTenantId()));
    }

    static TenantEvent toEvent(TenantUpdated record) {
        return new TenantEvent.TenantUpdated(
                TenantId.of(record.getTenantId()),
                record.getName(),
                record.getContacts().stream()
                        .map(contact -> new io.neomt.event.TenantContact(
                                contact.getKind(), contact.getName(), contact.getEmail()))
                        .toList());
    }

    static TenantEvent toEvent(TenantActivated record) {
        return new TenantEvent.TenantActivated(
                TenantId.of(record.getTenantId()), record.getConnectionName(), record.getTemplateVersion());
    }

    static TenantEvent toEvent(TenantSettingsChanged record) {
        return new TenantEvent.TenantSettingsChanged(
                TenantId.of(record.getTenantId()), record.getFreePermissionCodes());
    }

    private static @Nullable String text(@Nullable OrganizationId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable OrganizationId organization(@Nullable String text) {
        return text == null ? null : OrganizationId.of(text);
    }
}
