package io.neomt.command.model;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Slug;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.event.DeploymentType;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionPattern;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the platform begins with: its own tenant, one administrator who may do everything, and the account by which
 * tenants are provisioned. Without it nobody could ever grant anything to anybody. Once the platform's sequence has begun
 * the same commands are refused, so that two services may start at once.
 *
 * @param adminExternalId the subject by which the platform's realm knows the administrator
 */
public record Bootstrap(String adminExternalId, String adminUsername) {

    private static final String NAME = "bootstrap";
    private static final String PROVISIONER = "provisioning-worker";

    /** @param ids gives UUIDv7 */
    public List<CommandEnvelope> commands(Instant time, Supplier<UUID> ids) {
        RoleId systemAdmin = new RoleId(ids.get());
        RoleId provisioner = new RoleId(ids.get());
        UserId admin = new UserId(ids.get());
        UserId worker = new UserId(ids.get());
        return List.of(
                        platform(),
                        role(systemAdmin, "system_admin", "May do everything in every tenant", "*.*.*"),
                        role(provisioner, "provisioner", "May activate tenants", "tenants.provision.tenant"),
                        new CreateUser(admin, adminUsername, null, adminUsername, adminExternalId),
                        new AssignRoles(admin, Set.of(systemAdmin)),
                        new CreateUser(worker, PROVISIONER, null, "Provisioning worker", PROVISIONER),
                        new AssignRoles(worker, Set.of(provisioner)))
                .stream()
                .map(command -> envelope(command, time, ids))
                .toList();
    }

    private static Command platform() {
        return new RequestTenant(
                TenantId.PLATFORM,
                "Platform",
                new Slug("platform"),
                null,
                RequestTenant.DEFAULT_REGION,
                DeploymentType.SCHEMA);
    }

    private static Command role(RoleId id, String name, String description, String permission) {
        return new CreateRole(id, name, description, Set.of(PermissionPattern.parse(permission)), Set.of());
    }

    private static CommandEnvelope envelope(Command command, Instant time, Supplier<UUID> ids) {
        return new CommandEnvelope(
                ids.get(), TenantId.PLATFORM, new Actor.Internal(NAME), NAME, NAME, null, time, null, null, command);
    }
}
