package io.neomt.command.model;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Slug;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.tenant.SystemRole;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.event.DeploymentType;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the platform begins with: its own tenant, one administrator who may do everything, the account by which tenants are
 * provisioned, and the roles that every tenant has. Without it nobody could ever grant anything to anybody. Once the
 * platform's sequence has begun the same commands are refused, so that two services may start at once.
 *
 * @param adminExternalId the subject by which the platform's realm knows the administrator
 */
public record Bootstrap(String adminExternalId, String adminUsername) {

    private static final String NAME = "bootstrap";
    private static final String PROVISIONER = "provisioning-worker";

    /** @param ids gives UUIDv7 */
    public List<CommandEnvelope> commands(Instant time, Supplier<UUID> ids) {
        List<SystemRole> ofEveryTenant = SystemRole.ofEveryTenant(ids);
        SystemRole provisioner = role(ids, "provisioner", "May activate tenants", "tenants.provision.tenant");
        UserId admin = new UserId(ids.get());
        UserId worker = new UserId(ids.get());
        List<Command> commands = new ArrayList<>();
        commands.add(platform());
        ofEveryTenant.forEach(role -> commands.add(create(role)));
        commands.add(create(provisioner));
        commands.add(new CreateUser(admin, adminUsername, null, adminUsername, adminExternalId));
        commands.add(new AssignRoles(admin, Set.of(systemAdmin(ofEveryTenant))));
        commands.add(new CreateUser(worker, PROVISIONER, null, "Provisioning worker", PROVISIONER));
        commands.add(new AssignRoles(worker, Set.of(provisioner.id())));
        return commands.stream().map(command -> envelope(command, time, ids)).toList();
    }

    private static RoleId systemAdmin(List<SystemRole> roles) {
        return roles.stream()
                .filter(role -> role.name().equals(SystemRole.SYSTEM_ADMIN))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Roles of the platform may hold whatever codes the tenants' catalogues know. */
    private static Command platform() {
        return new RequestTenant(
                TenantId.PLATFORM,
                "Platform",
                new Slug("platform"),
                null,
                RequestTenant.DEFAULT_REGION,
                DeploymentType.SCHEMA,
                true);
    }

    private static SystemRole role(Supplier<UUID> ids, String name, String description, String permission) {
        return new SystemRole(new RoleId(ids.get()), name, description, List.of(PermissionPattern.parse(permission)));
    }

    private static Command create(SystemRole role) {
        return new CreateRole(
                role.id(),
                role.name(),
                role.description(),
                role.permissions().stream().map(Permission::grant).toList(),
                Map.of(),
                null,
                true);
    }

    private static CommandEnvelope envelope(Command command, Instant time, Supplier<UUID> ids) {
        return new CommandEnvelope(
                ids.get(), TenantId.PLATFORM, new Actor.Internal(NAME), NAME, NAME, null, time, null, null, command);
    }
}
