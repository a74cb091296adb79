package io.neomt.event.codec;

import io.neomt.event.OrganizationId;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.avro.TenantActivated;
import io.neomt.event.avro.TenantRequested;
import io.neomt.event.avro.TenantSettingsChanged;
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
                event.freePermissionCodes());
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
                !Boolean.FALSE.equals(record.getFreePermissionCodes()));
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
