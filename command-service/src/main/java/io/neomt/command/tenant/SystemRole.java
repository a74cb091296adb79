package io.neomt.command.tenant;

import io.neomt.event.Event;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A role that every tenant begins with and keeps. */
public record SystemRole(RoleId id, String name, String description, List<PermissionPattern> permissions) {

    public SystemRole {
        permissions = List.copyOf(permissions);
    }

    /** The role of those who operate the platform. Held in the platform's own tenant it counts in every tenant. */
    public static final String SYSTEM_ADMIN = "system_admin";

    /** The role of those who may do everything in their tenant. */
    public static final String TENANT_ADMIN = "tenant_admin";

    /** @param ids gives UUIDv7 */
    public static List<SystemRole> ofEveryTenant(Supplier<UUID> ids) {
        return List.of(
                of(ids, SYSTEM_ADMIN, "May do everything, on behalf of the platform", "*.*.*"),
                of(ids, TENANT_ADMIN, "May do everything in the tenant", "*.*.*"),
                of(
                        ids,
                        "user_manager",
                        "Manages users, teams and who has which role",
                        "users.*.*",
                        "teams.*.*",
                        "roles.read.*",
                        "grants.write.*",
                        "permissions.check.*",
                        "permissions.read.*"),
                of(ids, "viewer", "May see everything in the tenant", "*.read.*"));
    }

    private static SystemRole of(Supplier<UUID> ids, String name, String description, String... permissions) {
        return new SystemRole(
                new RoleId(ids.get()),
                name,
                description,
                Stream.of(permissions).map(PermissionPattern::parse).toList());
    }

    Stream<Event> events() {
        return Stream.concat(
                Stream.of(new RoleCreated(id, name, description, true)),
                permissions.stream().map(pattern -> new RolePermissionGranted(id, Permission.grant(pattern))));
    }
}
