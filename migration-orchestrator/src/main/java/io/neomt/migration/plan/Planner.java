package io.neomt.migration.plan;

import io.neomt.migration.plan.MigrationPlan.Apply;
import io.neomt.migration.plan.MigrationPlan.Broken;
import io.neomt.migration.plan.MigrationPlan.Changed;
import io.neomt.migration.plan.MigrationPlan.Gap;
import io.neomt.migration.plan.MigrationPlan.Missing;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.MigrationPlan.TooNew;
import io.neomt.migration.plan.MigrationPlan.UpToDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides from what is shipped and what was applied. Refuses before anything is touched. */
public final class Planner {

    private Planner() {}

    public static MigrationPlan plan(SchemaState state) {
        return refusal(state).map(MigrationPlan.class::cast).orElseGet(() -> work(state));
    }

    private static MigrationPlan work(SchemaState state) {
        List<ShippedMigration> pending = state.pending();
        return pending.isEmpty() ? new UpToDate(state.newestShipped()) : new Apply(pending);
    }

    private static Optional<Refused> refusal(SchemaState state) {
        return Stream.<Function<SchemaState, Optional<Refused>>>of(
                        Planner::broken, Planner::tooNew, Planner::missing, Planner::changed, Planner::gap)
                .flatMap(rule -> rule.apply(state).stream())
                .findFirst();
    }

    private static Optional<Refused> broken(SchemaState state) {
        return state.applied().stream()
                .filter(migration -> !migration.successful())
                .findFirst()
                .map(Broken::new);
    }

    private static Optional<Refused> tooNew(SchemaState state) {
        SchemaVersion shipped = state.newestShipped();
        return state.applied().stream()
                .filter(migration -> migration.version().compareTo(shipped) > 0)
                .max(Comparator.comparing(AppliedMigration::version))
                .map(newest -> new TooNew(newest, shipped));
    }

    private static Optional<Refused> missing(SchemaState state) {
        Set<SchemaVersion> shipped =
                state.shipped().stream().map(ShippedMigration::version).collect(Collectors.toSet());
        return state.applied().stream()
                .filter(migration -> !shipped.contains(migration.version()))
                .findFirst()
                .map(Missing::new);
    }

    private static Optional<Refused> changed(SchemaState state) {
        Map<SchemaVersion, Integer> checksums = state.shipped().stream()
                .collect(Collectors.toMap(ShippedMigration::version, ShippedMigration::checksum));
        return state.applied().stream()
                .filter(migration -> !Integer.valueOf(migration.checksum()).equals(checksums.get(migration.version())))
                .findFirst()
                .map(Changed::new);
    }

    private static Optional<Refused> gap(SchemaState state) {
        return state.current().flatMap(current -> state.pending().stream()
                .filter(migration -> migration.version().compareTo(current) < 0)
                .min(Comparator.comparing(ShippedMigration::version))
                .map(migration -> new Gap(migration, current)));
    }
}
