package io.neomt.migration.config;

import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.security.Guard;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.lint.Linter;
import io.neomt.migration.plan.lint.Linting;
import io.neomt.migration.sql.SqlParser;
import io.neomt.migration.store.FleetReader;
import io.neomt.migration.store.drift.DriftScan;
import io.neomt.migration.store.dryrun.DryRuns;
import io.neomt.migration.store.script.ScriptCatalog;
import io.neomt.migration.web.CheckController;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What looks at migrations before they are run, and at schemas afterwards. */
@Configuration(proxyBeanMethods = false)
class SafetyConfiguration {

    /** Whoever works in the schema of a dry run waits no longer than this. */
    private static final Duration LONGEST_DRY_RUN = Duration.ofSeconds(20);

    @Bean
    Linting linting(ScriptCatalog catalog) {
        return new Linting(catalog, new Linter(SqlParser::parse));
    }

    @Bean
    DryRuns dryRuns(
            AdminDatabase admin,
            @Qualifier("migrationConnections") Connections connections,
            ScriptCatalog catalog,
            Linting linting,
            TenancyProperties.Migrations settings) {
        return new DryRuns(
                target -> target.level() == Level.ADMIN
                        ? admin.pool()
                        : connections.pool(target.connection(), target.database()),
                catalog,
                linting,
                new DryRuns.Limits(settings.lockTimeout(), LONGEST_DRY_RUN));
    }

    @Bean
    DriftScan driftScan(
            @Qualifier("migrationConnections") Connections connections, ScriptCatalog catalog, FleetReader fleet) {
        return new DriftScan(
                target -> connections.pool(target.connection(), target.database()), catalog, () -> fleet.all(null));
    }

    @Bean
    CheckController checkController(Linting linting, DriftScan drift, Guard guard) {
        return new CheckController(linting, drift, guard);
    }
}
