package io.neomt.command.config;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.command.store.EventStore;
import io.neomt.command.store.PostgresDueList;
import io.neomt.command.sweep.Alarm;
import io.neomt.command.sweep.Sweeper;
import io.neomt.commons.connections.AdminDatabase;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How what is over is recorded. */
@Configuration(proxyBeanMethods = false)
class ExpiryConfiguration {

    private static final Duration POLLING = Duration.ofSeconds(1);

    @Bean
    Alarm alarm(InstantSource clock) {
        return new Alarm(clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Sweeper sweeper(
            AdminDatabase database,
            EventStore store,
            Alarm alarm,
            InstantSource clock,
            Ids ids,
            MeterRegistry metrics) {
        Sweeper sweeper = new Sweeper(new PostgresDueList(database), store::execute, alarm, clock, ids, POLLING);
        Gauge.builder("expiry.lag.seconds", sweeper, s -> s.lag().toMillis() / 1000.0)
                .description("How long the oldest thing that is over has waited for being recorded")
                .register(metrics);
        FunctionCounter.builder("expiry.swept", sweeper, Sweeper::swept)
                .description("Subjects that held something that was over")
                .register(metrics);
        return sweeper;
    }
}
