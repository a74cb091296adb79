package io.neomt.projection.tenantschema;

import io.neomt.event.AccessEvent;
import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.event.ResourceEvent;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.event.TenantEvent;
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
import io.neomt.projection.tenantschema.RowChange.Put;
import io.neomt.projection.tenantschema.RowChange.Remove;
import java.util.List;

/** What happens to settings, the catalogue, resources, access and templates. */
final class OtherChanges {

    private static final RowKey.Setting FREE_CODES = new RowKey.Setting("free_permission_codes");

    private OtherChanges() {}

    /** The tenant itself has its row in the admin database, written with the event. */
    static List<RowChange> by(TenantEvent event, Stamp stamp) {
        return switch (event) {
            case TenantRequested e -> freeCodes(e.freePermissionCodes(), stamp);
            case TenantSettingsChanged e -> freeCodes(e.freePermissionCodes(), stamp);
            case TenantActivated _,
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
                    TenantPurged _ -> List.of();
        };
    }

    private static List<RowChange> freeCodes(boolean free, Stamp stamp) {
        return List.of(new Put(new Row.Setting(FREE_CODES, Boolean.toString(free), stamp)));
    }

    static List<RowChange> by(CatalogueEvent event, Stamp stamp) {
        RowKey.Code key = new RowKey.Code(event.code());
        return switch (event) {
            case PermissionDefined e ->
                List.of(new Put(new Row.Code(key, e.description(), e.resourceType(), stamp.at(), stamp)));
            case PermissionWithdrawn _ -> List.of(new Remove(key));
        };
    }

    static List<RowChange> by(ResourceEvent event, Stamp stamp) {
        RowKey.Resource key = new RowKey.Resource(event.instance());
        return switch (event) {
            case ResourceRegistered e ->
                List.of(new Put(new Row.Resource(key, e.owner(), e.team(), e.properties(), stamp.at(), stamp)));
            case ResourceRemoved _ -> List.of(new Remove(key));
        };
    }

    static List<RowChange> by(AccessEvent event, Stamp stamp) {
        RowKey.Access key = new RowKey.Access(event.accessGrantId());
        return switch (event) {
            case AccessGranted e ->
                List.of(
                        new Put(new Row.Guest(new RowKey.Guest(e.accessGrantId()), e.user())),
                        new Put(new Row.Access(key, e.home(), e.user(), e.permission(), stamp.at())));
            case AccessRevoked _ -> List.of(new Remove(key));
        };
    }

    static List<RowChange> by(TemplateEvent event, Stamp stamp) {
        RowKey.Template key = new RowKey.Template(event.name());
        return switch (event) {
            case RoleTemplateDefined e ->
                List.of(new Put(new Row.Template(key, e.description(), e.permissions(), stamp.at(), stamp)));
            case RoleTemplateRemoved _ -> List.of(new Remove(key));
        };
    }
}
