package io.neomt.command.role;

import io.neomt.command.kernel.RoleFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.event.RoleId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for the way back from a role's parents to the role itself. */
final class Inheritance {

    private final RoleId role;
    private final String name;
    private final Tenancy tenancy;

    Inheritance(RoleId role, String name, Tenancy tenancy) {
        this.role = role;
        this.name = name;
        this.tenancy = tenancy;
    }

    /** Role names from the role to itself, if it would inherit from itself by having these parents. */
    Optional<List<String>> cycleThrough(Collection<RoleId> parents) {
        Map<RoleId, RoleId> cameFrom = new HashMap<>();
        ArrayDeque<RoleId> open = new ArrayDeque<>();
        visit(parents, role, cameFrom, open);
        while (!open.isEmpty()) {
            RoleId next = open.remove();
            if (next.equals(role)) {
                return Optional.of(path(cameFrom));
            }
            tenancy.role(next).ifPresent(found -> visit(found.parents().keySet(), next, cameFrom, open));
        }
        return Optional.empty();
    }

    private static void visit(
            Collection<RoleId> parents, RoleId from, Map<RoleId, RoleId> cameFrom, ArrayDeque<RoleId> open) {
        for (RoleId parent : parents) {
            if (cameFrom.putIfAbsent(parent, from) == null) {
                open.add(parent);
            }
        }
    }

    private List<String> path(Map<RoleId, RoleId> cameFrom) {
        List<String> path = new ArrayList<>(List.of(name));
        RoleId step = cameFrom.get(role);
        while (step != null && !step.equals(role)) {
            path.add(nameOf(step));
            step = cameFrom.get(step);
        }
        path.add(name);
        return path.reversed();
    }

    private String nameOf(RoleId id) {
        return tenancy.role(id).map(RoleFacts::name).orElseGet(id::toString);
    }
}
