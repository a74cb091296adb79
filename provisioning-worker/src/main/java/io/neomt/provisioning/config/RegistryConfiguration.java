package io.neomt.provisioning.config;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.PlatformRights;
import io.neomt.commons.connections.Residency;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.Guard;
import io.neomt.provisioning.connections.HealthChecker;
import io.neomt.provisioning.connections.Journal;
import io.neomt.provisioning.connections.Passwords;
import io.neomt.provisioning.connections.PostgresProbe;
import io.neomt.provisioning.connections.Regions;
import io.neomt.provisioning.connections.Registrar;
import io.neomt.provisioning.web.ConnectionController;
import io.neomt.provisioning.web.RegionController;
import io.neomt.provisioning.web.RegistryChangeController;
import io.neomt.provisioning.web.RegistryWrites;
import io.neomt.provisioning.web.Views;
import io.neomt.view.ConnectionCipher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The registry of databases, and the checks of what is in it. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    PostgresProbe postgresProbe() {
        return new PostgresProbe(PATIENCE);
    }

    @Bean
    Passwords passwords(AdminDatabase database, ConnectionCipher cipher) {
        return new Passwords(database, cipher);
    }

    @Bean
    Journal journal(AdminDatabase database) {
        return new Journal(database, UuidCreator::getTimeOrderedEpoch, InstantSource.system());
    }

    @Bean
    Views views(JsonMapper json) {
        return new Views(json);
    }

    @Bean
    Registrar registrar(
            AdminDatabase database, PostgresProbe probe, Passwords passwords, Journal journal, Views views) {
        return new Registrar(database, probe, passwords, UuidCreator::getTimeOrderedEpoch, journal, views::of);
    }

    @Bean
    Regions regions(AdminDatabase database, Journal journal, Views views) {
        return new Regions(database, UuidCreator::getTimeOrderedEpoch, journal, views::of);
    }

    @Bean
    Guard guard(TenantDirectory directory, Connections connections) {
        return new Guard("connections", new PlatformRights(directory, connections)::allows);
    }

    @Bean
    RegistryWrites registryWrites(Guard guard, Journal journal, JsonMapper json, ConnectionCipher cipher) {
        return new RegistryWrites(guard, journal, json, cipher::digest);
    }

    @Bean
    ConnectionController connectionController(Registrar registrar, Guard guard, RegistryWrites writes, Views views) {
        return new ConnectionController(registrar, guard, writes, views);
    }

    @Bean
    RegionController regionController(Regions regions, Guard guard, RegistryWrites writes, Views views) {
        return new RegionController(regions, guard, writes, views);
    }

    @Bean
    RegistryChangeController registryChangeController(Journal journal, Guard guard) {
        return new RegistryChangeController(journal, guard);
    }

    @Bean(initMethod = "start")
    HealthChecker healthChecker(
            AdminDatabase database,
            PostgresProbe probe,
            Passwords passwords,
            Journal journal,
            TenancyProperties.Connections settings,
            Residency residency,
            MeterRegistry metrics,
            ServiceName service) {
        return new HealthChecker(
                database,
                probe,
                passwords,
                journal,
                new HealthLog(metrics),
                settings.healthInterval(),
                Connections.CONFIRMED_FOR,
                residency,
                service.value() + "-" + UUID.randomUUID());
    }
}
