package io.neomt.permission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The grants and denials of one holder (a user itself, a role with what it inherits, a team with what those above it
 * have), found by resource and action. Immutable. A decision makes no object, unless something cannot be decided.
 */
public final class CompiledSet {

    public static final CompiledSet EMPTY = new CompiledSet(List.of());

    private record Names(String resource, String action) {}

    private final List<Entitlement> entitlements;
    private final RuleTable rules;
    private final Map<Instance, Ruling[]> onInstances;

    private CompiledSet(List<Entitlement> entitlements) {
        this.entitlements = entitlements;
        Map<Names, List<Entitlement>> everywhere = new LinkedHashMap<>();
        Map<Instance, List<Entitlement>> instances = new HashMap<>();
        for (Entitlement entitlement : entitlements) {
            Instance instance = entitlement.limits().instance();
            PermissionPattern pattern = entitlement.pattern();
            List<Entitlement> place = instance == null
                    ? everywhere.computeIfAbsent(
                            new Names(pattern.resource(), pattern.action()), _ -> new ArrayList<>())
                    : instances.computeIfAbsent(instance, _ -> new ArrayList<>());
            place.add(entitlement);
        }
        this.rules = new RuleTable(everywhere.values().stream().map(Rules::new).toList());
        this.onInstances = rulings(instances);
    }

    private static Map<Instance, Ruling[]> rulings(Map<Instance, List<Entitlement>> instances) {
        Map<Instance, Ruling[]> rulings = new HashMap<>();
        instances.forEach((instance, found) ->
                rulings.put(instance, found.stream().map(Ruling::of).toArray(Ruling[]::new)));
        return Map.copyOf(rulings);
    }

    public static CompiledSet of(List<Entitlement> entitlements) {
        return entitlements.isEmpty() ? EMPTY : new CompiledSet(List.copyOf(entitlements));
    }

    /** All that it was made of. */
    public List<Entitlement> entitlements() {
        return entitlements;
    }

    /** Adds all that it was made of, each as it is behind a way. */
    void addTo(List<Entitlement> all, Way way) {
        entitlements.forEach(entitlement -> all.add(way.behind(entitlement)));
    }

    /** As those have it who come to it another way. */
    CompiledSet from(UnaryOperator<Source> other) {
        return of(entitlements.stream()
                .map(entitlement -> entitlement.from(other.apply(entitlement.source())))
                .toList());
    }

    /**
     * What this set makes of a decision.
     *
     * @param on the resource that is asked about, if it is one
     * @param way by which whoever asks comes to this set
     */
    Decision decide(Decision sofar, PermissionCode code, @Nullable Instance on, Way way, Circumstances circumstances) {
        Decision decision = rules.decide(sofar, code, way, circumstances);
        return on == null || onInstances.isEmpty() ? decision : onInstance(decision, code, on, way, circumstances);
    }

    private Decision onInstance(
            Decision sofar, PermissionCode code, Instance on, Way way, Circumstances circumstances) {
        Ruling[] found = onInstances.get(on);
        if (found == null) {
            return sofar;
        }
        Decision decision = sofar;
        for (int i = 0; i < found.length && !Verdicts.isFinal(decision); i++) {
            if (found[i].entitlement().pattern().names(code)) {
                decision = Verdicts.add(decision, found[i], way, circumstances);
            }
        }
        return decision;
    }
}
