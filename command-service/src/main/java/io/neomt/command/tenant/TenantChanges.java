package io.neomt.command.tenant;

import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.Life.Failure;
import io.neomt.command.tenant.Life.Placement;
import io.neomt.command.tenant.TenantState.Absent;
import io.neomt.command.tenant.TenantState.Existing;
import io.neomt.command.tenant.TenantState.Wish;
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
import java.util.List;

/** What an event makes of a tenant. */
public final class TenantChanges {

    private TenantChanges() {}

    public static TenantState evolve(TenantState state, TenantEvent event) {
        return switch (event) {
            case TenantRequested e -> requested(e);
            case TenantSettingsChanged e -> existing(state).withFreePermissionCodes(e.freePermissionCodes());
            case TenantUpdated e -> existing(state).called(e.name(), e.contacts());
            case TenantPlaced e -> live(state, life(state).placed(new Placement(e.connectionName(), e.databaseRole())));
            case TenantProvisioningAdvanced _ -> live(state, life(state).advanced());
            case TenantProvisioningFailed e -> live(state, life(state).failed(new Failure(e.step(), e.reason())));
            case TenantProvisioningRetried _, TenantRestored _ ->
                live(state, life(state).restored());
            case TenantActivated e ->
                live(state, life(state).activated(new Activation(e.connectionName(), e.templateVersion())));
            case TenantSuspended e -> live(state, life(state).suspended(e.reason()));
            case TenantResumed _ -> live(state, life(state).resumed());
            case TenantDeletionRequested e ->
                live(state, life(state).ending(TenantStatus.DEPROVISIONING, e.purgeAfter()));
            case TenantDeleted e -> live(state, life(state).ending(TenantStatus.DELETED, e.restorableUntil()));
            case TenantPurgeRequested _ -> live(state, life(state).condemned());
            case TenantPurged e -> live(state, life(state).purged(e.removed()));
        };
    }

    private static TenantState requested(TenantRequested e) {
        return new Existing(
                e.tenantId(),
                e.name(),
                List.of(),
                new Wish(
                        e.slug(),
                        e.organizationId(),
                        e.region(),
                        e.deploymentType(),
                        e.schemaName(),
                        e.createRealm(),
                        e.firstAdmin()),
                e.freePermissionCodes(),
                Life.BEGINNING);
    }

    private static TenantState live(TenantState state, Life next) {
        return existing(state).with(next);
    }

    private static Life life(TenantState state) {
        return existing(state).life();
    }

    private static Existing existing(TenantState state) {
        return switch (state) {
            case Absent _ -> throw new IllegalStateException("a tenant is requested before all else");
            case Existing tenant -> tenant;
        };
    }
}
