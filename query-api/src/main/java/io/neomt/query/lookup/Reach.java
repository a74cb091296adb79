package io.neomt.query.lookup;

import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.Scope;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far grants of one action go, whenever and on whatever condition they count: a resource on which the action is
 * allowed lies within.
 *
 * @param scopes those that a resource may lie in for the user
 * @param instances the ids of resources of the type that are named
 */
public record Reach(Set<Scope> scopes, Set<String> instances) {

    static Reach of(ResourceAction action, String type, List<Entitlement> held) {
        Reach reach = new Reach(EnumSet.noneOf(Scope.class), new TreeSet<>());
        PermissionCode narrowest = action.in(Scope.OWN);
        held.stream()
                .filter(each -> each.effect() == Effect.ALLOW && each.pattern().covers(narrowest))
                .forEach(each -> reach.add(each, type));
        return reach;
    }

    private void add(Entitlement grant, String type) {
        Instance instance = grant.limits().instance();
        if (instance == null) {
            scopes.addAll(EnumSet.range(Scope.OWN, grant.pattern().scope()));
        } else if (instance.type().equals(type)) {
            instances.add(instance.id());
        }
    }

    /** The same, where it is not known which resources lie in which scope. */
    Reach wherever() {
        return scopes.isEmpty() ? this : new Reach(EnumSet.allOf(Scope.class), instances);
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
