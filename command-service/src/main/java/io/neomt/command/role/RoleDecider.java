package io.neomt.command.role;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Roles;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.DeleteRole;
import io.neomt.command.role.RoleCommand.SetRoleParents;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.role.RoleCommand.UpdateRole;
import io.neomt.command.role.RoleState.Absent;
import io.neomt.command.role.RoleState.Deleted;
import io.neomt.command.role.RoleState.Existing;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.permission.PermissionPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of roles. */
public final class RoleDecider {

    private RoleDecider() {}

    /** @param roles the tenant's other roles */
    public static Decision decide(RoleState state, RoleCommand command, Roles roles) {
        return switch (state) {
            case Absent _ -> whenAbsent(command, roles);
            case Existing role -> whenExisting(role, command, roles);
            case Deleted _ -> whenDeleted(command);
        };
    }

    private static Decision whenAbsent(RoleCommand command, Roles roles) {
        return switch (command) {
            case CreateRole c -> create(c, roles);
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

    private static Decision whenExisting(Existing role, RoleCommand command, Roles roles) {
        return switch (command) {
            case CreateRole c -> exists(c.roleId());
            case UpdateRole c -> update(role, c);
            case DeleteRole c -> Decision.accept(new RoleDeleted(c.roleId()));
            case SetRolePermissions c -> Decision.accept(permissionChanges(role, c.permissions()));
            case SetRoleParents c -> setParents(role, c.parents(), roles);
        };
    }

    private static Decision notFound(RoleId id) {
        return Decision.reject(RoleRejection.ROLE_NOT_FOUND, "There is no role with the id " + id + ".", Map.of());
    }

    private static Decision exists(RoleId id) {
        return Decision.reject(RoleRejection.ROLE_EXISTS, "There is already a role with the id " + id + ".", Map.of());
    }

    private static Decision create(CreateRole c, Roles roles) {
        Existing empty = new Existing(c.roleId(), c.name(), c.description(), Set.of(), Set.of());
        Optional<Decision> refusal = refuseParents(empty, c.parents(), roles);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<RoleEvent> events = new ArrayList<>();
        events.add(new RoleCreated(c.roleId(), c.name(), c.description()));
        events.addAll(permissionChanges(empty, c.permissions()));
        events.addAll(parentChanges(empty, c.parents()));
        return Decision.accept(events);
    }

    private static Decision update(Existing role, UpdateRole c) {
        boolean same = role.name().equals(c.name()) && role.description().equals(c.description());
        return same ? Decision.nothingToDo() : Decision.accept(new RoleUpdated(c.roleId(), c.name(), c.description()));
    }

    private static Decision setParents(Existing role, Set<RoleId> parents, Roles roles) {
        return refuseParents(role, Ordered.minus(parents, role.parents()), roles)
                .orElseGet(() -> Decision.accept(parentChanges(role, parents)));
    }

    private static Optional<Decision> refuseParents(Existing role, Collection<RoleId> added, Roles roles) {
        for (RoleId parent : added) {
            if (!parent.equals(role.id()) && roles.role(parent).isEmpty()) {
                return Optional.of(Decision.reject(
                        RoleRejection.UNKNOWN_PARENT,
                        "There is no role with the id " + parent + " to inherit from.",
                        Map.of("field", "parents", "role_id", parent.toString())));
            }
        }
        return new Inheritance(role.id(), role.name(), roles)
                .cycleThrough(added)
                .map(path -> Decision.reject(
                        RoleRejection.ROLE_CYCLE,
                        "The role would inherit from itself: " + String.join(" → ", path) + ".",
                        Map.of("path", path)));
    }

    private static List<RoleEvent> permissionChanges(Existing role, Set<PermissionPattern> wanted) {
        List<RoleEvent> events = new ArrayList<>();
        Ordered.minus(role.permissions(), wanted)
                .forEach(p -> events.add(new RolePermissionRevoked(role.id(), p.text())));
        Ordered.minus(wanted, role.permissions())
                .forEach(p -> events.add(new RolePermissionGranted(role.id(), p.text())));
        return events;
    }

    private static List<RoleEvent> parentChanges(Existing role, Set<RoleId> wanted) {
        List<RoleEvent> events = new ArrayList<>();
        Ordered.minus(role.parents(), wanted).forEach(p -> events.add(new RoleParentRemoved(role.id(), p)));
        Ordered.minus(wanted, role.parents()).forEach(p -> events.add(new RoleParentAdded(role.id(), p)));
        return events;
    }

    public static RoleState evolve(RoleState state, RoleEvent event) {
        return switch (event) {
            case RoleCreated e -> new Existing(e.roleId(), e.name(), e.description(), Set.of(), Set.of());
            case RoleUpdated e -> existing(state).renamed(e.name(), e.description());
            case RoleDeleted e -> new Deleted(e.roleId());
            case RolePermissionGranted e ->
                granted(existing(state), e.permission().pattern());
            case RolePermissionRevoked e ->
                revoked(existing(state), e.permission().pattern());
            case RoleParentAdded e -> {
                Existing role = existing(state);
                yield role.withParents(Ordered.with(role.parents(), e.parentId()));
            }
            case RoleParentRemoved e -> {
                Existing role = existing(state);
                yield role.withParents(Ordered.without(role.parents(), e.parentId()));
            }
        };
    }

    private static RoleState granted(Existing role, PermissionPattern permission) {
        return role.withPermissions(Ordered.with(role.permissions(), permission));
    }

    private static RoleState revoked(Existing role, PermissionPattern permission) {
        return role.withPermissions(Ordered.without(role.permissions(), permission));
    }

    private static Existing existing(RoleState state) {
        return switch (state) {
            case Existing role -> role;
            case Absent _ -> throw new IllegalStateException("a role is created before all else");
            case Deleted _ -> throw new IllegalStateException("nothing happens to a deleted role");
        };
    }
}
