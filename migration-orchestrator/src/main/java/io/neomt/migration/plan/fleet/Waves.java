package io.neomt.migration.plan.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of a run: schemas that all tenants stand on one level after the other, then a few tenants as canaries, then
 * growing shares of the rest. Each wave begins when the one before it has ended well.
 */
public final class Waves {

    private Waves() {}

    /** @param careful whether nothing may fail in it */
    public record Wave(boolean careful, List<Target> targets) {

        public Wave {
            targets = List.copyOf(targets);
        }
    }

    /** Nothing twice and nothing left out; a wave is never empty. */
    public static List<Wave> of(List<Target> targets, Policy policy) {
        List<Wave> waves = new ArrayList<>();
        for (Level level : List.of(Level.ADMIN, Level.REGIONAL, Level.TEMPLATE)) {
            add(waves, targets.stream().filter(each -> each.level() == level).toList(), true, policy);
        }
        List<Target> tenants = targets.stream()
                .filter(each -> each.level() == Level.TENANT)
                .sorted(Comparator.comparing(Target::name))
                .toList();
        List<Target> canaries = canaries(tenants, policy);
        add(waves, canaries, true, policy);
        Set<Target> gone = new HashSet<>(canaries);
        addShares(waves, tenants.stream().filter(each -> !gone.contains(each)).toList(), policy);
        return List.copyOf(waves);
    }

    private static List<Target> canaries(List<Target> tenants, Policy policy) {
        if (!policy.canaries().isEmpty()) {
            Set<String> named = Set.copyOf(policy.canaries());
            return tenants.stream()
                    .filter(each -> each.slug().filter(named::contains).isPresent())
                    .toList();
        }
        return spread(tenants, policy.canaryCount());
    }

    /** Some of every server before a second one of any: what fails on one server only shows early. */
    private static List<Target> spread(List<Target> tenants, int count) {
        Set<Target> chosen = new LinkedHashSet<>();
        while (chosen.size() < Math.min(count, tenants.size())) {
            Set<String> servers = new HashSet<>();
            for (Target tenant : tenants) {
                if (chosen.size() < count && !chosen.contains(tenant) && servers.add(tenant.connection())) {
                    chosen.add(tenant);
                }
            }
        }
        return List.copyOf(chosen);
    }

    private static void addShares(List<Wave> waves, List<Target> rest, Policy policy) {
        int from = 0;
        for (int share : policy.shares()) {
            int to = share == 100 ? rest.size() : (int) Math.ceilDiv((long) rest.size() * share, 100L);
            if (to > from) {
                add(waves, rest.subList(from, to), false, policy);
                from = to;
            }
        }
    }

    private static void add(List<Wave> waves, List<Target> wave, boolean careful, Policy policy) {
        int size = policy.batchSize() == 0 ? wave.size() : policy.batchSize();
        for (int from = 0; from < wave.size(); from += size) {
            waves.add(new Wave(careful, wave.subList(from, Math.min(wave.size(), from + size))));
        }
    }
}
