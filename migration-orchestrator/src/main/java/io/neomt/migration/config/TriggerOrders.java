package io.neomt.migration.config;

import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.Orders;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.run.Runs.SchemaTakenException;
import io.neomt.migration.run.Validation.ScriptsChangedException;
import io.neomt.migration.store.LateTenants;
import io.neomt.migration.store.script.ScriptsInvalidException;
import io.neomt.migration.trigger.Cause;
import io.neomt.migration.trigger.Triggers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes orders of what happens, and says in the log what became of them. */
final class TriggerOrders implements Triggers.Ports {

    private static final Logger LOG = LoggerFactory.getLogger(TriggerOrders.class);

    private final Orders orders;
    private final LateTenants late;
    private final Supplier<Set<String>> takenBack;
    private final Policy policy;

    /** @param takenBack names of schemas that are left as they are */
    TriggerOrders(Orders orders, LateTenants late, Supplier<Set<String>> takenBack, Policy policy) {
        this.orders = orders;
        this.late = late;
        this.takenBack = takenBack;
        this.policy = policy;
    }

    @Override
    public List<String> behind(Set<UUID> tenants) {
        return late.among(tenants);
    }

    /** Of what another run holds, that run takes care. */
    @Override
    public void begin(Cause cause) {
        try {
            switch (cause) {
                case Cause.Started _, Cause.Due _ -> begin(cause, Scope.ALL, null, _ -> true);
                case Cause.Connection connection ->
                    begin(cause, Scope.ALL, null, target -> target.connection().equals(connection.name()));
                case Cause.Region region -> begin(cause, Scope.ALL, region.code(), _ -> true);
                case Cause.Tenants tenants -> {
                    Set<String> slugs = Set.copyOf(tenants.slugs());
                    begin(cause, Scope.TENANTS, null, target -> target.slug()
                            .filter(slugs::contains)
                            .isPresent());
                }
            }
        } catch (SchemaTakenException e) {
            LOG.warn(
                    "{}: no run is begun, since {}",
                    cause.requestedBy(),
                    e.run()
                            .map(run -> "the run " + run + " holds a schema of it")
                            .orElse("another run holds a schema of it"));
        } catch (ScriptsInvalidException | ScriptsChangedException e) {
            LOG.error("{}: no run is begun: {}", cause.requestedBy(), e.getMessage());
        }
    }

    private void begin(Cause cause, Scope scope, @Nullable String region, Predicate<Target> only) {
        RunSpec spec = new RunSpec(scope, region, null, policy);
        Set<String> left = takenBack.get();
        Predicate<Target> others = only.and(target -> !left.contains(target.name()));
        Optional<RunPlan> run = orders.begin(spec, others, cause.requestedBy());
        run.ifPresent(begun -> LOG.info("{}: the run {} has begun", cause.requestedBy(), begun.id()));
    }

    @Override
    public void failed(Cause cause, RuntimeException failure) {
        LOG.warn("{}: no run could be begun, it is tried again: {}", cause.requestedBy(), failure.toString());
    }
}
