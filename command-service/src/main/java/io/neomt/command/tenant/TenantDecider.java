package io.neomt.command.tenant;

import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.tenant.TenantCommand.ActivateTenant;
import io.neomt.command.tenant.TenantCommand.ChangeSettings;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.command.tenant.TenantState.Absent;
import io.neomt.command.tenant.TenantState.Activation;
import io.neomt.command.tenant.TenantState.Existing;
import io.neomt.event.Event;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rules of a tenant's life. */
public final class TenantDecider {

    private TenantDecider() {}

    public static Decision decide(TenantState state, TenantCommand command, TenantSurroundings surroundings) {
        return switch (state) {
            case Absent _ -> whenAbsent(command, surroundings);
            case Existing existing -> whenExisting(existing, command, surroundings);
        };
    }

    private static Decision whenAbsent(TenantCommand command, TenantSurroundings surroundings) {
        return switch (command) {
            case RequestTenant c -> request(c, surroundings);
            case ActivateTenant c -> notFound(c.tenantId());
            case ChangeSettings c -> notFound(c.tenantId());
        };
    }

    private static Decision notFound(TenantId id) {
        return Decision.reject(
                CommonRejection.TENANT_NOT_FOUND, "There is no tenant with the id " + id + ".", Map.of());
    }

    private static Decision request(RequestTenant c, TenantSurroundings surroundings) {
        // the platform's own tenant is the one for whose slug the name is reserved
        if (c.slug().reserved() && !c.tenantId().equals(TenantId.PLATFORM)) {
            return Decision.reject(
                    CommonRejection.SLUG_RESERVED,
                    "The slug '" + c.slug() + "' is reserved; choose another.",
                    Map.of("field", "slug"));
        }
        if (c.organizationId() != null && !surroundings.organizationExists(c.organizationId())) {
            return Decision.reject(
                    TenantRejection.UNKNOWN_ORGANIZATION,
                    "There is no organization with the id " + c.organizationId() + "; create it first.",
                    Map.of("field", "organization_id"));
        }
        return Decision.accept(new TenantRequested(
                c.tenantId(),
                c.name(),
                c.slug().value(),
                c.organizationId(),
                c.region(),
                c.deploymentType(),
                SchemaName.ofSlug(c.slug().value()).value(),
                c.freePermissionCodes()));
    }

    private static Decision whenExisting(Existing tenant, TenantCommand command, TenantSurroundings surroundings) {
        return switch (command) {
            case RequestTenant c ->
                Decision.reject(
                        TenantRejection.TENANT_EXISTS,
                        "There is already a tenant with the id " + c.tenantId() + ".",
                        Map.of());
            case ActivateTenant c -> activate(tenant, c, surroundings);
            case ChangeSettings c ->
                tenant.freePermissionCodes() == c.freePermissionCodes()
                        ? Decision.nothingToDo()
                        : Decision.accept(new TenantSettingsChanged(c.tenantId(), c.freePermissionCodes()));
        };
    }

    private static Decision activate(Existing tenant, ActivateTenant c, TenantSurroundings surroundings) {
        Activation activation = tenant.activation();
        if (activation != null) {
            return activation.connectionName().equals(c.connectionName())
                    ? Decision.nothingToDo()
                    : Decision.reject(
                            TenantRejection.TENANT_ALREADY_ACTIVE,
                            "The tenant is already active on the connection '" + activation.connectionName() + "'.",
                            Map.of("connection_name", activation.connectionName()));
        }
        if (!surroundings.connectionExists(c.connectionName())) {
            return Decision.reject(
                    TenantRejection.UNKNOWN_CONNECTION,
                    "There is no database connection named '" + c.connectionName() + "'; register it first.",
                    Map.of("field", "connection_name"));
        }
        List<Event> events = new ArrayList<>();
        events.add(new TenantActivated(c.tenantId(), c.connectionName(), c.templateVersion()));
        // the platform began with its roles
        if (!c.tenantId().equals(TenantId.PLATFORM)) {
            c.systemRoles().stream().flatMap(SystemRole::events).forEach(events::add);
        }
        return Decision.accept(events);
    }

    public static TenantState evolve(TenantState state, TenantEvent event) {
        return switch (event) {
            case TenantRequested e ->
                new Existing(
                        e.tenantId(),
                        e.name(),
                        e.slug(),
                        e.organizationId(),
                        e.region(),
                        e.deploymentType(),
                        e.schemaName(),
                        e.freePermissionCodes(),
                        null);
            case TenantActivated e ->
                existing(state).activated(new Activation(e.connectionName(), e.templateVersion()));
            case TenantSettingsChanged e -> existing(state).withFreePermissionCodes(e.freePermissionCodes());
        };
    }

    private static Existing existing(TenantState state) {
        return switch (state) {
            case Absent _ -> throw new IllegalStateException("a tenant is requested before all else");
            case Existing tenant -> tenant;
        };
    }
}
