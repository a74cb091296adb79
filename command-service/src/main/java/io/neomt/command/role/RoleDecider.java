package io.neomt.command.role;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.TemplateFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.DeleteRole;
import io.neomt.command.role.RoleCommand.SetRoleParents;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.role.RoleCommand.UpdateRole;
import io.neomt.command.role.RoleState.Absent;
import io.neomt.command.role.RoleState.Deleted;
import io.neomt.command.role.RoleState.Existing;
import io.neomt.event.Cause;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of roles. */
public final class RoleDecider {

    private RoleDecider() {}

    public static Decision decide(RoleState state, RoleCommand command, Tenancy tenancy, Giving giving) {
        return switch (state) {
            case Absent _ -> whenAbsent(command, tenancy, giving);
            case Existing role -> whenExisting(role, command, tenancy, giving);
            case Deleted _ -> whenDeleted(command);
        };
    }

    private static Decision whenAbsent(RoleCommand command, Tenancy tenancy, Giving giving) {
        return switch (command) {
            case CreateRole c -> create(c, tenancy, giving);
            case UpdateRole c -> notFound(c.roleId());
            case DeleteRole c -> notFound(c.roleId());
            case SetRolePermissions c -> notFound(c.roleId());
            case SetRoleParents c -> notFound(c.roleId());
        };
    }

    private static Decision whenDeleted(RoleCommand command) {
        return switch (command) {
            case CreateRole c -> exists(c.roleId());
            case UpdateRole c -> notFound(c.roleId());
            case DeleteRole _ -> Decision.nothingToDo();
            case SetRolePermissions c -> notFound(c.roleId());
            case SetRoleParents c -> notFound(c.roleId());
        };
    }

    private static Decision whenExisting(Existing role, RoleCommand command, Tenancy tenancy, Giving giving) {
        return switch (command) {
            case CreateRole c -> exists(c.roleId());
            case UpdateRole c -> update(role, c);
            case DeleteRole c -> role.system() ? system("be deleted") : Decision.accept(new RoleDeleted(c.roleId()));
            case SetRolePermissions c -> setPermissions(role, c.permissions(), giving);
            case SetRoleParents c -> setParents(role, c.parents(), tenancy, giving);
        };
    }

    private static Decision notFound(RoleId id) {
        return Decision.reject(RoleRejection.ROLE_NOT_FOUND, "There is no role with the id " + id + ".", Map.of());
    }

    private static Decision exists(RoleId id) {
        return Decision.reject(RoleRejection.ROLE_EXISTS, "There is already a role with the id " + id + ".", Map.of());
    }

    private static Decision system(String what) {
        return Decision.reject(
                RoleRejection.SYSTEM_ROLE,
                "The platform needs this role; it cannot " + what + ". Make a role of your own instead.",
                Map.of());
    }

    private static Decision create(CreateRole c, Tenancy tenancy, Giving giving) {
        Optional<TemplateFacts> template = Optional.ofNullable(c.template()).flatMap(tenancy::template);
        if (c.template() != null && template.isEmpty()) {
            return Decision.reject(
                    RoleRejection.UNKNOWN_TEMPLATE,
                    "There is no role template named '" + c.template() + "'.",
                    Map.of("field", "template"));
        }
        String description = Objects.requireNonNullElse(
                c.description(), template.map(TemplateFacts::description).orElse(""));
        List<Permission> given = template.map(TemplateFacts::permissions).orElse(List.of());
        Existing empty = new Existing(c.roleId(), c.name(), description, c.system(), Set.of(), Map.of());
        return giving.refuseNew("template", given, Set.of())
                .or(() -> refusePermissions(empty, c.permissions(), giving))
                .or(() -> refuseParents(empty, c.parents(), tenancy, giving))
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> {
                    List<RoleEvent> events = new ArrayList<>();
                    events.add(new RoleCreated(c.roleId(), c.name(), description, c.system()));
                    events.addAll(RoleChanges.permissions(
                            empty,
                            Ordered.set(Stream.concat(given.stream(), c.permissions().stream())
                                    .toList())));
                    events.addAll(RoleChanges.parents(empty, c.parents()));
                    return Decision.accept(events);
                });
    }

    private static Decision update(Existing role, UpdateRole c) {
        if (role.system() && !role.name().equals(c.name())) {
            return system("be renamed");
        }
        boolean same = role.name().equals(c.name()) && role.description().equals(c.description());
        return same ? Decision.nothingToDo() : Decision.accept(new RoleUpdated(c.roleId(), c.name(), c.description()));
    }

    private static Decision setPermissions(Existing role, List<Permission> permissions, Giving giving) {
        if (role.system() && permissions.isEmpty()) {
            return system("be emptied");
        }
        return refusePermissions(role, permissions, giving)
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(RoleChanges.permissions(role, Ordered.set(permissions))));
    }

    private static Optional<Rejection> refusePermissions(Existing role, List<Permission> wanted, Giving giving) {
        return giving.refuseNew("permissions", wanted, role.permissions());
    }

    private static Decision setParents(Existing role, Map<RoleId, Terms> parents, Tenancy tenancy, Giving giving) {
        return refuseParents(role, Ordered.minus(parents, role.parents()), tenancy, giving)
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() -> Decision.accept(RoleChanges.parents(role, parents)));
    }

    private static Optional<Rejection> refuseParents(
            Existing role, Map<RoleId, Terms> added, Tenancy tenancy, Giving giving) {
        return added.keySet().stream()
                .filter(parent ->
                        !parent.equals(role.id()) && tenancy.role(parent).isEmpty())
                .findFirst()
                .map(RoleDecider::unknownParent)
                .or(() -> giving.refuseNew("parents", "role_id", added))
                .or(() -> new Inheritance(role.id(), role.name(), tenancy)
                        .cycleThrough(added.keySet())
                        .map(RoleDecider::cycle));
    }

    private static Rejection unknownParent(RoleId parent) {
        return new Rejection(
                RoleRejection.UNKNOWN_PARENT,
                "There is no role with the id " + parent + " to inherit from.",
                Map.of("field", "parents", "role_id", parent.toString()));
    }

    private static Rejection cycle(List<String> path) {
        return new Rejection(
                RoleRejection.ROLE_CYCLE,
                "The role would inherit from itself: " + String.join(" → ", path) + ".",
                Map.of("path", path));
    }

    /** Records what is over. */
    public static Decision expire(RoleState state, Instant now) {
        return switch (state) {
            case Absent _, Deleted _ -> Decision.nothingToDo();
            case Existing role ->
                Decision.accept(Stream.concat(
                                role.permissions().stream()
                                        .filter(held -> Dues.isOver(held.terms(), now))
                                        .map(held -> new RolePermissionRevoked(role.id(), held, Cause.EXPIRED)),
                                role.parents().entrySet().stream()
                                        .filter(held -> Dues.isOver(held.getValue(), now))
                                        .map(held -> new RoleParentRemoved(role.id(), held.getKey(), Cause.EXPIRED)))
                        .toList());
        };
    }
}
