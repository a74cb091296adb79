package io.neomt.migration.run;

import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.plan.fleet.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes runs of what people, schedules and events ask for. */
public final class Orders {

    private final Planning planning;
    private final Validation validation;
    private final Function<@Nullable String, List<Target>> fleet;
    private final Runs runs;
    private final Supplier<UUID> ids;
    private final Runnable begun;

    /**
     * @param fleet everything that there is in a region; null for everywhere
     * @param begun told that there is something to work at
     */
    public Orders(
            Planning planning,
            Validation validation,
            Function<@Nullable String, List<Target>> fleet,
            Runs runs,
            Supplier<UUID> ids,
            Runnable begun) {
        this.planning = planning;
        this.validation = validation;
        this.fleet = fleet;
        this.runs = runs;
        this.ids = ids;
        this.begun = begun;
    }

    /**
     * What a run would do; empty where there is nothing to do.
     *
     * @throws UnknownTenantException when the tenant or a canary has no schema
     * @throws Validation.ScriptsChangedException when the scripts are not those that were applied
     */
    public Optional<RunPlan> plan(RunSpec spec, String requestedBy) {
        return plan(spec, _ -> true, requestedBy);
    }

    private Optional<RunPlan> plan(RunSpec spec, Predicate<Target> only, String requestedBy) {
        List<Target> targets = fleet.apply(spec.region());
        RunSpec known = known(spec, targets);
        validation.check(spec.scope(), targets);
        return planning.plan(ids.get(), known, targets.stream().filter(only).toList(), requestedBy);
    }

    /**
     * Says whether what has been begun can go on.
     *
     * @throws Validation.ScriptsChangedException when the scripts are not those that were applied
     */
    public void validate(Scope scope) {
        validation.check(scope, fleet.apply(null));
    }

    /** With the slug of the tenant, also where its id was given. */
    private static RunSpec known(RunSpec spec, List<Target> targets) {
        Set<String> slugs =
                targets.stream().flatMap(target -> target.slug().stream()).collect(Collectors.toSet());
        spec.policy().canaries().stream()
                .filter(canary -> !slugs.contains(canary))
                .findFirst()
                .ifPresent(canary -> {
                    throw new UnknownTenantException(canary);
                });
        String tenant = spec.tenant();
        return tenant == null ? spec : new RunSpec(spec.scope(), spec.region(), slug(tenant, targets), spec.policy());
    }

    private static String slug(String slugOrId, List<Target> targets) {
        return targets.stream()
                .map(Target::owner)
                .filter(Objects::nonNull)
                .filter(owner ->
                        owner.slug().equals(slugOrId) || owner.id().toString().equals(slugOrId))
                .findFirst()
                .orElseThrow(() -> new UnknownTenantException(slugOrId))
                .slug();
    }

    /** No schema belongs to such a tenant. */
    public static final class UnknownTenantException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public UnknownTenantException(String tenant) {
            super(tenant);
        }
    }

    /**
     * Begins a run; empty where there is nothing to do.
     *
     * @throws UnknownTenantException when the tenant or a canary has no schema
     * @throws Validation.ScriptsChangedException when the scripts are not those that were applied
     * @throws Runs.SchemaTakenException when a schema of it is in another run that has not ended
     */
    public Optional<RunPlan> begin(RunSpec spec, String requestedBy) {
        return begin(spec, _ -> true, requestedBy);
    }

    /**
     * Begins a run for some schemas of those that are meant; empty where there is nothing to do.
     *
     * @throws Validation.ScriptsChangedException when the scripts are not those that were applied
     * @throws Runs.SchemaTakenException when a schema of it is in another run that has not ended
     */
    public Optional<RunPlan> begin(RunSpec spec, Predicate<Target> only, String requestedBy) {
        Optional<RunPlan> plan = plan(spec, only, requestedBy);
        plan.ifPresent(found -> {
            runs.begin(found);
            begun.run();
        });
        return plan;
    }
}
