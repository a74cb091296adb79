package io.neomt.migration.web;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.Planner;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.ShippedMigration;
import io.neomt.migration.store.TenantVersions.VersionCount;
import io.neomt.view.Migrations;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of the status endpoint: the admin database on one level, the tenants' schemas on the other. */
record MigrationStatus(AdminLevel admin, TenantLevel tenants) {

    static MigrationStatus of(SchemaState state, List<VersionCount> tenants) {
        return new MigrationStatus(AdminLevel.of(state), TenantLevel.of(tenants));
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

    /** @param behind tenants whose schema is not at the required version */
    record TenantLevel(String requiredVersion, long total, long behind, List<VersionCount> byTemplateVersion) {

        private static TenantLevel of(List<VersionCount> counts) {
            String required = Migrations.TENANT.requiredVersion();
            long total = counts.stream().mapToLong(VersionCount::tenants).sum();
            long there = counts.stream()
                    .filter(count -> required.equals(count.templateVersion()))
                    .mapToLong(VersionCount::tenants)
                    .sum();
            return new TenantLevel(required, total, total - there, counts);
        }
    }
}
