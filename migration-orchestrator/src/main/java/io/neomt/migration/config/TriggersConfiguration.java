package io.neomt.migration.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Notices;
import io.neomt.commons.connections.Pools;
import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.run.Orders;
import io.neomt.migration.store.LateTenants;
import io.neomt.migration.store.MigrationTurns;
import io.neomt.migration.store.TakenBack;
import io.neomt.migration.store.TriggerNotices;
import io.neomt.migration.store.drift.DriftScan;
import io.neomt.migration.store.script.ScriptCatalog;
import io.neomt.migration.trigger.Timetable;
import io.neomt.migration.trigger.Triggers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.support.CronExpression;

/** What begins runs that nobody asks for by hand. */
@Configuration(proxyBeanMethods = false)
class TriggersConfiguration {

    @Bean(destroyMethod = "close")
    Triggers triggers(
            Orders orders,
            AdminDatabase database,
            ScriptCatalog catalog,
            TenancyProperties.Migrations settings,
            ServiceName service) {
        LateTenants late = new LateTenants(database, catalog::required);
        return new Triggers(
                new TriggerOrders(orders, late, new TakenBack(database), policy(settings)),
                Triggers.Pace.USUAL,
                service.value());
    }

    private static Policy policy(TenancyProperties.Migrations settings) {
        Policy usual = Policy.DEFAULT;
        return new Policy(
                usual.canaries(),
                usual.canaryCount(),
                usual.shares(),
                usual.tolerated(),
                usual.inRow(),
                settings.perServer(),
                usual.batchSize());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Notices triggerNotices(
            NeoProperties.AdminDatabase database,
            Triggers triggers,
            TenancyProperties.Migrations settings,
            ServiceName service) {
        return new Notices(
                new Pools.Login(database.url(), database.username(), database.password()),
                TriggerNotices.CHANNELS,
                new TriggerNotices(triggers, settings.atStart()),
                service.value() + "-notices");
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Timetable timetable(NightlyRun nightly, TenancyProperties.Migrations settings, ServiceName service) {
        return new Timetable(next(settings.schedule()), InstantSource.system(), nightly, service.value());
    }

    @Bean
    NightlyRun nightlyRun(
            AdminDatabase database, Triggers triggers, DriftScan drift, MeterRegistry metrics, ServiceName service) {
        return new NightlyRun(
                new MigrationTurns(database, service.value()), triggers, new DriftMetrics(drift, metrics));
    }

    /** As cron has it, with five fields, in UTC; never where nothing is given. */
    private static Function<Instant, Optional<Instant>> next(String schedule) {
        if (schedule.isBlank()) {
            return _ -> Optional.empty();
        }
        CronExpression cron = CronExpression.parse("0 " + schedule);
        return after ->
                Optional.ofNullable(cron.next(after.atZone(ZoneOffset.UTC))).map(ZonedDateTime::toInstant);
    }
}
