package io.neomt.command.role;

import io.neomt.command.kernel.Ordered;
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
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What events make of a role, and which events make one role of another. What is new comes before what goes: whoever
 * sees only some of the events sees no denial missing that was there before and is there afterwards.
 */
public final class RoleChanges {

    private RoleChanges() {}

    static List<RoleEvent> permissions(Existing role, Set<Permission> wanted) {
        List<RoleEvent> events = new ArrayList<>();
        Ordered.minus(wanted, role.permissions()).forEach(p -> events.add(new RolePermissionGranted(role.id(), p)));
        Ordered.minus(role.permissions(), wanted).forEach(p -> events.add(new RolePermissionRevoked(role.id(), p)));
        return events;
    }

    static List<RoleEvent> parents(Existing role, Map<RoleId, Terms> wanted) {
        List<RoleEvent> events = new ArrayList<>();
        Ordered.minus(wanted, role.parents())
                .forEach((parent, terms) -> events.add(new RoleParentAdded(role.id(), parent, terms)));
        Ordered.minus(role.parents().keySet(), wanted.keySet())
                .forEach(parent -> events.add(new RoleParentRemoved(role.id(), parent)));
        return events;
    }

    public static RoleState evolve(RoleState state, RoleEvent event) {
        return switch (event) {
            case RoleCreated e -> new Existing(e.roleId(), e.name(), e.description(), e.system(), Set.of(), Map.of());
            case RoleUpdated e -> existing(state).renamed(e.name(), e.description());
            case RoleDeleted e -> new Deleted(e.roleId());
            case RolePermissionGranted e -> {
                Existing role = existing(state);
                yield role.withPermissions(Ordered.with(role.permissions(), e.permission()));
            }
            case RolePermissionRevoked e -> {
                Existing role = existing(state);
                yield role.withPermissions(Ordered.without(role.permissions(), e.permission()));
            }
            case RoleParentAdded e -> {
                Existing role = existing(state);
                yield role.withParents(Ordered.with(role.parents(), e.parentId(), e.terms()));
            }
            case RoleParentRemoved e -> {
                Existing role = existing(state);
                yield role.withParents(Ordered.without(role.parents(), e.parentId()));
            }
        };
    }

    private static Existing existing(RoleState state) {
        return switch (state) {
            case Existing role -> role;
            case Absent _ -> throw new IllegalStateException("a role is created before all else");
            case Deleted _ -> throw new IllegalStateException("nothing happens to a deleted role");
        };
    }
}
