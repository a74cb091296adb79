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
 * have), found by resource and action. Immutable. What has no limits is decided without making any object.
 */
public final class CompiledSet {

    public static final CompiledSet EMPTY = new CompiledSet(List.of());

    private record Names(String resource, String action) {}

    private final List<Entitlement> entitlements;
    private final RuleTable rules;
    private final Map<Instance, List<Entitlement>> onInstances;

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
        this.onInstances = Map.copyOf(instances);
    }

    public static CompiledSet of(List<Entitlement> entitlements) {
        return entitlements.isEmpty() ? EMPTY : new CompiledSet(List.copyOf(entitlements));
    }

    /** All that it was made of. */
    public List<Entitlement> entitlements() {
        return entitlements;
    }

    /** Adds all that it was made of, each behind a link. */
    void addTo(List<Entitlement> all, Limits link) {
        entitlements.forEach(entitlement -> all.add(behind(link, entitlement)));
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
     * @param link what limits the whole set for whoever asks
     */
    Decision decide(
            Decision sofar, PermissionCode code, @Nullable Instance on, Limits link, Circumstances circumstances) {
        Decision decision = rules.decide(sofar, code, link, circumstances);
        return on == null || onInstances.isEmpty() ? decision : onInstance(decision, code, on, link, circumstances);
    }

    private Decision onInstance(
            Decision sofar, PermissionCode code, Instance on, Limits link, Circumstances circumstances) {
        Decision decision = sofar;
        List<Entitlement> found = onInstances.getOrDefault(on, List.of());
        for (int i = 0; i < found.size() && !Verdicts.isFinal(decision); i++) {
            Entitlement entitlement = found.get(i);
            if (entitlement.pattern().names(code)) {
                decision = Verdicts.add(decision, behind(link, entitlement), circumstances);
            }
        }
        return decision;
    }

    static Entitlement behind(Limits link, Entitlement entitlement) {
        return link.isNone() ? entitlement : entitlement.through(link);
    }
}
