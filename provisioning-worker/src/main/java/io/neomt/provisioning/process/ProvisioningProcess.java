package io.neomt.provisioning.process;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeleted;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantPlaced;
import io.neomt.event.TenantEvent.TenantProvisioningAdvanced;
import io.neomt.event.TenantEvent.TenantProvisioningFailed;
import io.neomt.event.TenantEvent.TenantProvisioningRetried;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantRestored;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantEvent.TenantUpdated;
import io.neomt.event.UserEvent;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.process.Reaction.Ignore;
import io.neomt.provisioning.process.Reaction.Send;
import io.neomt.view.SchemaName;

/** Leads from the wish for a tenant to its schema. */
public final class ProvisioningProcess {

    private ProvisioningProcess() {}

    /** @throws IllegalArgumentException when the event names a schema that no tenant can have */
    public static Reaction react(EventEnvelope envelope) {
        Event event = envelope.event();
        return switch (event) {
            case TenantRequested requested -> new Send(command(requested));
            case TenantActivated _,
                    TenantSettingsChanged _,
                    TenantPlaced _,
                    TenantProvisioningAdvanced _,
                    TenantProvisioningFailed _,
                    TenantProvisioningRetried _,
                    TenantUpdated _,
                    TenantSuspended _,
                    TenantResumed _,
                    TenantDeletionRequested _,
                    TenantDeleted _,
                    TenantRestored _,
                    TenantPurgeRequested _,
                    TenantPurged _,
                    OrganizationEvent _,
                    UserEvent _,
                    RoleEvent _,
                    TeamEvent _,
                    CatalogueEvent _,
                    ResourceEvent _,
                    AccessEvent _,
                    TemplateEvent _ -> new Ignore();
        };
    }

    private static ProvisionTenant command(TenantRequested event) {
        return new ProvisionTenant(event.tenantId(), new SchemaName(event.schemaName()), event.region());
    }
}
