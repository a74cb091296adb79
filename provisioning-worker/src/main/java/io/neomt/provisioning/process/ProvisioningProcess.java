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
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
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
