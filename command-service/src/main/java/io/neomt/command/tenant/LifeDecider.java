package io.neomt.command.tenant;

import io.neomt.command.kernel.Decision;
import io.neomt.command.tenant.LifeCommand.DeleteTenant;
import io.neomt.command.tenant.LifeCommand.PurgeTenant;
import io.neomt.command.tenant.LifeCommand.RestoreTenant;
import io.neomt.command.tenant.LifeCommand.ResumeTenant;
import io.neomt.command.tenant.LifeCommand.RetryProvisioning;
import io.neomt.command.tenant.LifeCommand.SuspendTenant;
import io.neomt.command.tenant.LifeCommand.UpdateTenant;
import io.neomt.command.tenant.TenantState.Existing;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantProvisioningRetried;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantRestored;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantEvent.TenantUpdated;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a tenant by what users of the platform ask. Who asks for what is so already gets it so. */
final class LifeDecider {

    private LifeDecider() {}

    static Decision decide(Existing tenant, LifeCommand command, Instant now) {
        return switch (command) {
            case UpdateTenant c -> update(tenant, c);
            case SuspendTenant c -> suspend(tenant, c);
            case ResumeTenant c -> resume(tenant, c);
            case DeleteTenant c -> delete(tenant, c, now);
            case RestoreTenant c -> restore(tenant, c, now);
            case PurgeTenant c -> purge(tenant, c);
            case RetryProvisioning c -> retry(tenant, c);
        };
    }

    /** The time is over in which a deleted tenant could be restored. */
    static Decision expire(Existing tenant, Instant now) {
        return tenant.due().filter(until -> !until.isAfter(now)).isPresent()
                ? Decision.accept(new TenantPurgeRequested(tenant.id()))
                : Decision.nothingToDo();
    }

    private static Decision update(Existing tenant, UpdateTenant c) {
        if (tenant.status() == TenantStatus.PURGED) {
            return Statuses.refuse(tenant, TenantStatus.ACTIVE, TenantStatus.SUSPENDED);
        }
        boolean same = tenant.name().equals(c.name()) && tenant.contacts().equals(c.contacts());
        return same ? Decision.nothingToDo() : Decision.accept(new TenantUpdated(c.tenantId(), c.name(), c.contacts()));
    }

    private static Decision suspend(Existing tenant, SuspendTenant c) {
        if (isPlatform(tenant)) {
            return ofPlatform();
        }
        return switch (tenant.status()) {
            case ACTIVE -> Decision.accept(new TenantSuspended(c.tenantId(), c.reason()));
            case SUSPENDED -> Decision.nothingToDo();
            case REQUESTED, PROVISIONING, FAILED, DEPROVISIONING, DELETED, PURGED ->
                Statuses.refuse(tenant, TenantStatus.ACTIVE);
        };
    }

    private static Decision resume(Existing tenant, ResumeTenant c) {
        return switch (tenant.status()) {
            case SUSPENDED -> Decision.accept(new TenantResumed(c.tenantId()));
            case ACTIVE -> Decision.nothingToDo();
            case REQUESTED, PROVISIONING, FAILED, DEPROVISIONING, DELETED, PURGED ->
                Statuses.refuse(tenant, TenantStatus.SUSPENDED);
        };
    }

    private static Decision delete(Existing tenant, DeleteTenant c, Instant now) {
        if (isPlatform(tenant)) {
            return ofPlatform();
        }
        return switch (tenant.status()) {
            case REQUESTED, PROVISIONING, FAILED, ACTIVE, SUSPENDED ->
                Decision.accept(new TenantDeletionRequested(
                        c.tenantId(), now.plus(c.purgeAfter()).truncatedTo(ChronoUnit.MILLIS)));
            case DEPROVISIONING, DELETED, PURGED -> Decision.nothingToDo();
        };
    }

    private static Decision restore(Existing tenant, RestoreTenant c, Instant now) {
        return switch (tenant.status()) {
            case DELETED -> tenant.life().purging() || isOver(tenant, now) ? tooLate(tenant) : restored(c.tenantId());
            case REQUESTED, FAILED, ACTIVE, SUSPENDED -> Decision.nothingToDo();
            case PROVISIONING -> Decision.nothingToDo();
            case DEPROVISIONING, PURGED -> Statuses.refuse(tenant, TenantStatus.DELETED);
        };
    }

    private static boolean isOver(Existing tenant, Instant now) {
        return tenant.due().filter(until -> !until.isAfter(now)).isPresent();
    }

    private static Decision restored(TenantId id) {
        return Decision.accept(new TenantRestored(id));
    }

    private static Decision tooLate(Existing tenant) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("restorable_until", String.valueOf(tenant.life().until()));
        return Decision.reject(
                TenantRejection.RESTORE_TIME_OVER,
                "The tenant '" + tenant.slug() + "' is being purged; nothing brings it back.",
                details);
    }

    private static Decision purge(Existing tenant, PurgeTenant c) {
        return switch (tenant.status()) {
            case DELETED ->
                tenant.life().purging()
                        ? Decision.nothingToDo()
                        : Decision.accept(new TenantPurgeRequested(c.tenantId()));
            case PURGED -> Decision.nothingToDo();
            case REQUESTED, PROVISIONING, FAILED, ACTIVE, SUSPENDED, DEPROVISIONING ->
                Statuses.refuse(tenant, TenantStatus.DELETED);
        };
    }

    private static Decision retry(Existing tenant, RetryProvisioning c) {
        return switch (tenant.status()) {
            case FAILED -> Decision.accept(new TenantProvisioningRetried(c.tenantId()));
            case REQUESTED, PROVISIONING -> Decision.nothingToDo();
            case ACTIVE, SUSPENDED, DEPROVISIONING, DELETED, PURGED -> Statuses.refuse(tenant, TenantStatus.FAILED);
        };
    }

    private static boolean isPlatform(Existing tenant) {
        return tenant.id().equals(TenantId.PLATFORM);
    }

    private static Decision ofPlatform() {
        return Decision.reject(
                TenantRejection.PLATFORM_TENANT,
                "The platform's own tenant is never suspended or deleted: nobody could undo it.",
                Map.of());
    }
}
