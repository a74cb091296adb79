package io.neomt.migration.config;

import com.github.f4b6a3.uuid.UuidCreator;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.security.Guard;
import io.neomt.migration.plan.lint.Linter;
import io.neomt.migration.plan.lint.Linting;
import io.neomt.migration.run.Rollbacks;
import io.neomt.migration.run.Works;
import io.neomt.migration.sql.SqlParser;
import io.neomt.migration.store.Ability;
import io.neomt.migration.store.FleetMigrator.Databases;
import io.neomt.migration.store.FleetReader;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.SpecJson;
import io.neomt.migration.store.SqlRuns;
import io.neomt.migration.store.TargetReader;
import io.neomt.migration.store.drift.DriftScan;
import io.neomt.migration.store.dryrun.DryRuns;
import io.neomt.migration.store.script.ScriptCatalog;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.migration.web.CheckController;
import io.neomt.migration.web.RollbackController;
import io.neomt.view.Migrations;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

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
            Databases databases, ScriptCatalog catalog, Linting linting, TenancyProperties.Migrations settings) {
        return new DryRuns(databases, catalog, linting, new DryRuns.Limits(settings.lockTimeout(), LONGEST_DRY_RUN));
    }

    @Bean
    DriftScan driftScan(Databases databases, ScriptCatalog catalog, FleetReader fleet) {
        return new DriftScan(databases, catalog, () -> fleet.all(null));
    }

    @Bean
    Rollbacks rollbacks(
            AdminDatabase database,
            ScriptCatalog catalog,
            ScriptReader reader,
            FleetReader fleet,
            Ability ability,
            TenancyProperties.Migrations settings,
            JsonMapper json,
            ServiceName service,
            Works works) {
        return new Rollbacks(
                catalog,
                () -> reader.undo(Migrations.TENANT),
                () -> fleet.all(null),
                new TargetReader(database)::migrated,
                new Rollbacks.Starter(
                        new SqlRuns(database, new SpecJson(json), service.value(), settings.lease(), ability),
                        UuidCreator::getTimeOrderedEpoch,
                        works::wake));
    }

    @Bean
    RollbackController rollbackController(
            Rollbacks rollbacks, RunReader reader, Guard guard, TenancyProperties.Migrations settings) {
        return new RollbackController(rollbacks, reader, guard, settings.perServer());
    }

    @Bean
    CheckController checkController(Linting linting, DriftScan drift, Guard guard) {
        return new CheckController(linting, drift, guard);
    }
}
