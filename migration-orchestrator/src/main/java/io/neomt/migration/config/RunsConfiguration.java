package io.neomt.migration.config;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.commandclient.CommandService;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.PoolSettings;
import io.neomt.commons.connections.Residency;
import io.neomt.commons.observability.PoolMetrics;
import io.neomt.commons.security.Guard;
import io.neomt.migration.commandclient.StepReports;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.run.AdminSchema;
import io.neomt.migration.run.Orders;
import io.neomt.migration.run.Pace;
import io.neomt.migration.run.Planning;
import io.neomt.migration.run.RunObserver;
import io.neomt.migration.run.SchemaMigrator;
import io.neomt.migration.run.Telling;
import io.neomt.migration.run.Validation;
import io.neomt.migration.run.Works;
import io.neomt.migration.store.Ability;
import io.neomt.migration.store.FleetMigrator;
import io.neomt.migration.store.FleetMigrator.Databases;
import io.neomt.migration.store.FleetReader;
import io.neomt.migration.store.RunControl;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.SchemaHistories;
import io.neomt.migration.store.SchemaReader;
import io.neomt.migration.store.ServerBound;
import io.neomt.migration.store.SpecJson;
import io.neomt.migration.store.SqlRuns;
import io.neomt.migration.store.StepRows;
import io.neomt.migration.store.TargetReader;
import io.neomt.migration.store.dryrun.DryRuns;
import io.neomt.migration.store.script.ScriptCatalog;
import io.neomt.migration.store.script.ScriptReader;
import io.neomt.migration.web.MigrationController;
import io.neomt.migration.web.RunController;
import io.neomt.view.ConnectionCipher;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Runs of migrations over the fleet. */
@Configuration(proxyBeanMethods = false)
class RunsConfiguration {

    /** Pools of their own: however many schemas are migrated, the services' connections are theirs. */
    @Bean(defaultCandidate = false, destroyMethod = "close")
    Connections migrationConnections(
            AdminDatabase database,
            ConnectionCipher cipher,
            Residency residency,
            TenancyProperties.Migrations settings,
            ServiceName service,
            PoolMetrics pools) {
        int most = Math.max(settings.perServer(), FleetMigrator.OF_FLYWAY);
        return new Connections(
                database, () -> cipher, service.value() + "-fleet", pools::watch, PoolSettings.apart(residency, most));
    }

    @Bean
    Databases databases(AdminDatabase admin, @Qualifier("migrationConnections") Connections connections) {
        return target ->
                target.level() == Level.ADMIN ? admin.pool() : connections.pool(target.connection(), target.database());
    }

    @Bean
    FleetReader fleetReader(AdminDatabase database, Residency residency) {
        return new FleetReader(database, residency);
    }

    @Bean
    RunReader runReader(AdminDatabase database) {
        return new RunReader(database);
    }

    @Bean
    SchemaMigrator schemaMigrator(
            AdminSchema admin,
            Databases databases,
            ScriptReader reader,
            ScriptCatalog catalog,
            FleetReader fleet,
            TenancyProperties.Migrations settings) {
        return new FleetMigrator(
                admin,
                databases,
                reader,
                catalog,
                new FleetMigrator.Limits(
                        new ServerBound(fleet::server, settings.perServer()),
                        settings.lockTimeout(),
                        settings.statementTimeout()));
    }

    @Bean
    Ability ability(ScriptCatalog catalog, Residency residency) {
        return new Ability(catalog::required, residency);
    }

    @Bean
    RunObserver runObserver(MeterRegistry metrics) {
        return new RunObservers(List.of(new RunLog(), new RunMetrics(metrics)));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    FleetMetrics fleetMetrics(
            AdminDatabase database, RunReader runs, ScriptCatalog catalog, MeterRegistry metrics, ServiceName service) {
        return new FleetMetrics(new SchemaReader(database), runs, catalog::required, metrics, service.value());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Telling telling(AdminDatabase database, CommandService service, ServiceName name, MigrationAtStart migrated) {
        return new Telling(
                new StepRows(database), new StepReports(service, RunLog::notTaken), RunLog::notTelling, name.value());
    }

    /** Begins when the admin database is migrated. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Works works(
            AdminDatabase database,
            SchemaMigrator migrator,
            Ability ability,
            RunObserver observer,
            TenancyProperties.Migrations settings,
            JsonMapper json,
            ServiceName service,
            MigrationAtStart migrated) {
        return new Works(
                owner -> new SqlRuns(database, new SpecJson(json), owner, settings.lease(), ability),
                migrator,
                new Pace(settings.rest(), Thread::sleep),
                observer,
                RunLog::notWorking,
                service.value());
    }

    @Bean
    Orders orders(
            AdminDatabase database,
            ScriptCatalog catalog,
            FleetReader fleet,
            Ability ability,
            Databases databases,
            TenancyProperties.Migrations settings,
            JsonMapper json,
            ServiceName service,
            Works works) {
        return new Orders(
                new Planning(catalog),
                new Validation(catalog, new SchemaHistories(databases, settings.lockTimeout())),
                fleet::all,
                new SqlRuns(database, new SpecJson(json), service.value(), settings.lease(), ability),
                UuidCreator::getTimeOrderedEpoch,
                works::wake);
    }

    @Bean
    MigrationController migrationController(
            Orders orders, DryRuns dryRuns, RunReader reader, Guard guard, TenancyProperties.Migrations settings) {
        return new MigrationController(orders, dryRuns, reader, guard, settings.perServer());
    }

    @Bean
    RunController runController(Orders orders, AdminDatabase database, RunReader reader, Guard guard) {
        return new RunController(orders, reader, new TargetReader(database), new RunControl(database), guard);
    }
}
