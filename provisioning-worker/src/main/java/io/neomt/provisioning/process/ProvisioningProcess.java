package io.neomt.provisioning.process;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
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
import io.neomt.provisioning.process.Reaction.Ignore;
import io.neomt.provisioning.process.Reaction.TakeUp;

/** Says which events may leave something to be done for a tenant; what it is, the directory says. */
public final class ProvisioningProcess {

    private ProvisioningProcess() {}

    public static Reaction react(EventEnvelope envelope) {
        Event event = envelope.event();
        return switch (event) {
            case TenantRequested _,
                    TenantProvisioningRetried _,
                    TenantSuspended _,
                    TenantResumed _,
                    TenantDeletionRequested _,
                    TenantRestored _,
                    TenantPurgeRequested _ -> new TakeUp(envelope.metadata().tenantId());
            case TenantActivated _,
                    TenantSettingsChanged _,
                    TenantPlaced _,
                    TenantProvisioningAdvanced _,
                    TenantProvisioningFailed _,
                    TenantUpdated _,
                    TenantDeleted _,
                    TenantPurged _,
                    OrganizationEvent _,
                    UserEvent _,
                    RoleEvent _,
                    TeamEvent _,
                    CatalogueEvent _,
                    ResourceEvent _,
                    AccessEvent _,
                    TemplateEvent _,
                    MigrationEvent _,
                    ProjectionEvent _ -> new Ignore();
        };
    }
}
