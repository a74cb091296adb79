package io.neomt.migration.web;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.Planner;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.ShippedMigration;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.SchemaReader.Count;
import io.neomt.migration.store.SchemaReader.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the status endpoint.
 *
 * @param openRuns that have not ended
 * @param behind the first hundred schemas that are behind or failed, where they were asked for
 */
record MigrationStatus(
        AdminLevel admin,
        SchemaLevel regional,
        SchemaLevel template,
        SchemaLevel tenants,
        List<RunReader.Run> openRuns,
        @Nullable List<Standing> behind) {

    static MigrationStatus of(
            SchemaState admin,
            Map<Level, SchemaVersion> required,
            List<Count> counts,
            List<RunReader.Run> openRuns,
            @Nullable List<Standing> behind) {
        return new MigrationStatus(
                AdminLevel.of(admin),
                SchemaLevel.of(Level.REGIONAL, required, counts),
                SchemaLevel.of(Level.TEMPLATE, required, counts),
                SchemaLevel.of(Level.TENANT, required, counts),
                openRuns,
                behind);
    }

    /**
     * @param state {@code up_to_date}, {@code pending} or {@code refused}
     * @param problem what to do where it was refused
     */
    record AdminLevel(
            @Nullable String currentVersion,
            String requiredVersion,
            String state,
            @Nullable String problem,
            List<String> pending,
            List<Applied> history) {

        private static AdminLevel of(SchemaState state) {
            MigrationPlan plan = Planner.plan(state);
            return new AdminLevel(
                    state.current().map(SchemaVersion::value).orElse(null),
                    state.newestShipped().value(),
                    name(plan),
                    plan instanceof Refused refused ? refused.message() : null,
                    state.pending().stream().map(ShippedMigration::script).toList(),
                    state.applied().stream()
                            .sorted(Comparator.comparing(AppliedMigration::version))
                            .map(Applied::of)
                            .toList());
        }

        private static String name(MigrationPlan plan) {
            return switch (plan) {
                case MigrationPlan.UpToDate _ -> "up_to_date";
                case MigrationPlan.Apply _ -> "pending";
                case Refused _ -> "refused";
            };
        }
    }

    record Applied(String version, String description, Instant appliedAt, long tookMs, boolean successful) {

        private static Applied of(AppliedMigration migration) {
            return new Applied(
                    migration.version().value(),
                    migration.description(),
                    migration.appliedAt(),
                    migration.took().toMillis(),
                    migration.successful());
        }
    }

    /**
     * @param behind whose version is lower than it has to be, or that failed to get there
     * @param failed in a run that has not ended
     */
    record SchemaLevel(String requiredVersion, long total, long behind, long failed, List<AtVersion> byVersion) {

        private static SchemaLevel of(Level level, Map<Level, SchemaVersion> required, List<Count> counts) {
            List<Count> own =
                    counts.stream().filter(count -> count.level() == level).toList();
            return new SchemaLevel(
                    Objects.requireNonNull(required.get(level)).value(),
                    sum(own),
                    sum(own.stream()
                            .filter(count -> !count.state().equals("up_to_date"))
                            .toList()),
                    sum(own.stream()
                            .filter(count -> count.state().equals("failed"))
                            .toList()),
                    own.stream().map(AtVersion::of).toList());
        }

        private static long sum(List<Count> counts) {
            return counts.stream().mapToLong(Count::schemas).sum();
        }
    }

    /** @param version null where a schema was never migrated */
    record AtVersion(@Nullable String version, String state, long schemas) {

        private static AtVersion of(Count count) {
            return new AtVersion(count.version(), count.state(), count.schemas());
        }
    }
}
