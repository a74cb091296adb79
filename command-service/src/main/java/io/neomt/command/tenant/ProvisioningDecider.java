package io.neomt.command.tenant;

import io.neomt.command.kernel.Decision;
import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.Life.Placement;
import io.neomt.command.tenant.ProvisioningCommand.ConfirmDeprovisioned;
import io.neomt.command.tenant.ProvisioningCommand.ConfirmPurged;
import io.neomt.command.tenant.ProvisioningCommand.Opening;
import io.neomt.command.tenant.ProvisioningCommand.Place;
import io.neomt.command.tenant.ProvisioningCommand.ReportProvisioning;
import io.neomt.command.tenant.ProvisioningCommand.Step;
import io.neomt.command.tenant.TenantState.Existing;
import io.neomt.event.Event;
import io.neomt.event.FirstAdmin;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeleted;
import io.neomt.event.TenantEvent.TenantPlaced;
import io.neomt.event.TenantEvent.TenantProvisioningAdvanced;
import io.neomt.event.TenantEvent.TenantProvisioningFailed;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a tenant by what the provisioning worker says of it. */
final class ProvisioningDecider {

    private ProvisioningDecider() {}

    static Decision decide(Existing tenant, ProvisioningCommand command, TenantSurroundings surroundings) {
        return switch (command) {
            case ReportProvisioning c -> report(tenant, c, surroundings);
            case ConfirmDeprovisioned c -> deprovisioned(tenant, c);
            case ConfirmPurged c -> purged(tenant, c);
        };
    }

    private static Decision report(Existing tenant, ReportProvisioning c, TenantSurroundings surroundings) {
        return switch (tenant.status()) {
            case REQUESTED, PROVISIONING -> whenComing(tenant, c, surroundings);
            case ACTIVE, SUSPENDED -> whenActive(tenant, c);
            case FAILED, DEPROVISIONING, DELETED ->
                c.place() == null
                                && c.opening() == null
                                && (c.failure() == null
                                        || c.failure().equals(tenant.life().failure()))
                        ? Decision.accept(steps(c))
                        : Statuses.refuse(tenant, TenantStatus.REQUESTED, TenantStatus.PROVISIONING);
            case PURGED -> Statuses.refuse(tenant, TenantStatus.REQUESTED, TenantStatus.PROVISIONING);
        };
    }

    private static Decision whenComing(Existing tenant, ReportProvisioning c, TenantSurroundings surroundings) {
        @Nullable String place = c.place() == null ? placeOf(tenant) : c.place().connectionName();
        @Nullable
        String opened = c.opening() == null ? null : c.opening().activation().connectionName();
        if (place != null && opened != null && !place.equals(opened)) {
            return elsewhere(place);
        }
        String connection = opened == null ? place : opened;
        if (connection != null && !surroundings.connectionExists(connection)) {
            return unknown(connection);
        }
        List<Event> events = new ArrayList<>();
        place(tenant, c.place(), events);
        events.addAll(steps(c));
        if (c.failure() != null) {
            events.add(new TenantProvisioningFailed(
                    c.tenantId(), c.failure().step(), c.failure().reason()));
        }
        if (c.opening() != null) {
            open(tenant, c.opening(), events);
        }
        return Decision.accept(events);
    }

    /** A tenant in use stays where it is; it may get a role of its own, as those do that were made before there were any. */
    private static Decision whenActive(Existing tenant, ReportProvisioning c) {
        String current = Objects.requireNonNull(tenant.life().activation()).connectionName();
        boolean moved = (c.place() != null && !c.place().connectionName().equals(current))
                || (c.opening() != null
                        && !c.opening().activation().connectionName().equals(current));
        if (moved || c.failure() != null) {
            return elsewhere(current);
        }
        List<Event> events = new ArrayList<>();
        place(tenant, c.place(), events);
        // who reports again what was reported before tells nothing new
        if (c.opening() == null) {
            events.addAll(steps(c));
        }
        return Decision.accept(events);
    }

    private static void place(Existing tenant, @Nullable Place place, List<Event> events) {
        if (place != null
                && !new Placement(place.connectionName(), place.databaseRole())
                        .equals(tenant.life().placement())) {
            events.add(new TenantPlaced(tenant.id(), place.connectionName(), place.databaseRole(), place.reasons()));
        }
    }

    private static List<Event> steps(ReportProvisioning c) {
        return c.steps().stream().map(step -> advanced(c.tenantId(), step)).toList();
    }

    private static Event advanced(TenantId tenant, Step step) {
        return new TenantProvisioningAdvanced(
                tenant, step.step(), step.attempt(), step.outcome(), step.millis(), step.detail());
    }

    private static void open(Existing tenant, Opening opening, List<Event> events) {
        Activation activation = opening.activation();
        events.add(new TenantActivated(tenant.id(), activation.connectionName(), activation.templateVersion()));
        // the platform began with its roles and its administrator
        if (!tenant.id().equals(TenantId.PLATFORM)) {
            opening.systemRoles().stream().flatMap(SystemRole::events).forEach(events::add);
            if (tenant.wish().firstAdmin() != null) {
                events.addAll(admin(tenant.wish().firstAdmin(), opening));
            }
        }
    }

    private static List<Event> admin(FirstAdmin admin, Opening opening) {
        List<Event> events = new ArrayList<>();
        events.add(new UserCreated(
                opening.adminId(),
                admin.username(),
                admin.email(),
                admin.displayName(),
                Objects.requireNonNullElse(opening.adminExternalId(), admin.username())));
        opening.systemRoles().stream()
                .filter(role -> role.name().equals(SystemRole.TENANT_ADMIN))
                .forEach(role -> events.add(new RoleAssigned(opening.adminId(), role.id(), Terms.NONE)));
        return events;
    }

    private static @Nullable String placeOf(Existing tenant) {
        Placement placement = tenant.life().placement();
        return placement == null ? null : placement.connectionName();
    }

    private static Decision elsewhere(String connection) {
        return Decision.reject(
                TenantRejection.TENANT_ALREADY_ACTIVE,
                "The tenant lives on the connection '" + connection + "' and stays there.",
                Map.of("connection_name", connection));
    }

    private static Decision unknown(String connection) {
        return Decision.reject(
                TenantRejection.UNKNOWN_CONNECTION,
                "There is no database connection named '" + connection + "'; register it first.",
                Map.of("field", "connection_name"));
    }

    private static Decision deprovisioned(Existing tenant, ConfirmDeprovisioned c) {
        return switch (tenant.status()) {
            case DEPROVISIONING ->
                Decision.accept(new TenantDeleted(
                        c.tenantId(), Objects.requireNonNull(tenant.life().until())));
            case DELETED, PURGED -> Decision.nothingToDo();
            case REQUESTED, PROVISIONING, FAILED, ACTIVE, SUSPENDED ->
                Statuses.refuse(tenant, TenantStatus.DEPROVISIONING);
        };
    }

    private static Decision purged(Existing tenant, ConfirmPurged c) {
        return switch (tenant.status()) {
            case DELETED ->
                tenant.life().purging()
                        ? Decision.accept(new TenantPurged(c.tenantId(), c.removed()))
                        : Decision.reject(
                                TenantRejection.WRONG_TENANT_STATUS,
                                "Nobody asked yet to purge the tenant '" + tenant.slug() + "'.",
                                Map.of("status", tenant.status().text()));
            case PURGED -> Decision.nothingToDo();
            case REQUESTED, PROVISIONING, FAILED, ACTIVE, SUSPENDED, DEPROVISIONING ->
                Statuses.refuse(tenant, TenantStatus.DELETED);
        };
    }
}
