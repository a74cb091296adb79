package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.plan.fleet.Waves;
import io.neomt.migration.plan.undo.UndoScripts;
import io.neomt.migration.plan.undo.UndoScripts.UndoMissingException;
import io.neomt.migration.run.Orders.UnknownTenantException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes runs that take versions of tenants' schemas back, and with all of them those of the templates. */
public final class Rollbacks {

    private final Supplier<Map<Level, List<Script>>> catalog;
    private final Supplier<UndoScripts> undo;
    private final Supplier<List<Target>> fleet;
    private final Function<UUID, Set<String>> migratedBy;
    private final Starter starter;

    /** Begins a run that has been planned. */
    public record Starter(Runs runs, Supplier<UUID> ids, Runnable begun) {

        private void start(RunPlan plan) {
            runs.begin(plan);
            begun.run();
        }
    }

    /**
     * @param undo the scripts that take tenants' versions back
     * @param fleet everything that there is
     * @param migratedBy the slugs of those that a run has migrated
     */
    public Rollbacks(
            Supplier<Map<Level, List<Script>>> catalog,
            Supplier<UndoScripts> undo,
            Supplier<List<Target>> fleet,
            Function<UUID, Set<String>> migratedBy,
            Starter starter) {
        this.catalog = catalog;
        this.undo = undo;
        this.fleet = fleet;
        this.migratedBy = migratedBy;
        this.starter = starter;
    }

    /**
     * What is to be taken back.
     *
     * @param version with all above it
     * @param tenant only this one's, by slug or id; null for all
     * @param run only of those that it has migrated; null for all
     */
    public record Wish(
            SchemaVersion version,
            @Nullable String tenant,
            @Nullable UUID run,
            Policy policy) {

        private boolean ofAll() {
            return tenant == null && run == null;
        }
    }

    /**
     * Begins a run; empty where no schema has the version.
     *
     * @throws UnknownTenantException when the tenant has no schema
     * @throws UndoMissingException when there is no way back
     * @throws Runs.SchemaTakenException when a schema of it is in another run that has not ended
     */
    public Optional<RunPlan> begin(Wish wish, String requestedBy) {
        List<Target> targets = targets(wish);
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        List<Script> scripts = Objects.requireNonNull(catalog.get().get(Level.TENANT));
        undo.get().missing(back(wish, targets, scripts)).ifPresent(file -> {
            throw new UndoMissingException(file);
        });
        SchemaVersion to = below(wish.version(), scripts);
        RunSpec spec = new RunSpec(
                Scope.TENANTS,
                null,
                wish.tenant() == null ? null : targets.getFirst().name(),
                wish.policy(),
                wish.version().value());
        RunPlan plan = new RunPlan(
                starter.ids().get(),
                spec,
                Waves.of(targets, wish.policy()),
                Map.of(Level.TENANT, to, Level.TEMPLATE, to),
                Planning.hash(Map.of(Level.TENANT, scripts), targets),
                requestedBy);
        starter.start(plan);
        return Optional.of(plan);
    }

    private List<Target> targets(Wish wish) {
        List<Target> all = fleet.get();
        List<Target> tenants = all.stream()
                .filter(target -> target.level() == Level.TENANT)
                .filter(target -> wish.tenant() == null || isOf(target, wish.tenant()))
                .toList();
        if (wish.tenant() != null && tenants.isEmpty()) {
            throw new UnknownTenantException(wish.tenant());
        }
        Optional<Set<String>> among = Optional.ofNullable(wish.run()).map(migratedBy);
        Stream<Target> templates = all.stream().filter(target -> wish.ofAll() && target.level() == Level.TEMPLATE);
        return Stream.concat(templates, tenants.stream())
                .filter(target -> target.from() != null && target.from().compareTo(wish.version()) >= 0)
                .filter(target -> among.isEmpty()
                        || target.slug().filter(among.get()::contains).isPresent())
                .toList();
    }

    private static boolean isOf(Target target, String tenant) {
        Target.Owner owner = target.owner();
        return owner != null
                && (owner.slug().equals(tenant) || owner.id().toString().equals(tenant));
    }

    /** Also those whose scripts have been taken away already. */
    private static Set<SchemaVersion> back(Wish wish, List<Target> targets, List<Script> scripts) {
        SchemaVersion newest = targets.stream()
                .map(target -> Objects.requireNonNull(target.from()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Set<SchemaVersion> versions = new HashSet<>();
        scripts.stream()
                .map(Script::version)
                .filter(version -> version.compareTo(wish.version()) >= 0 && version.compareTo(newest) <= 0)
                .forEach(versions::add);
        targets.forEach(target -> versions.add(Objects.requireNonNull(target.from())));
        return versions;
    }

    private static SchemaVersion below(SchemaVersion version, List<Script> scripts) {
        return scripts.stream()
                .map(Script::version)
                .filter(each -> each.compareTo(version) < 0)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new UndoMissingException("below the first version"));
    }
}
