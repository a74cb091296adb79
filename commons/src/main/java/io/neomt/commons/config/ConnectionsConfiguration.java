package io.neomt.commons.config;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.AdminTenantDirectory;
import io.neomt.commons.connections.CachedTenantDirectory;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.PoolBudget;
import io.neomt.commons.connections.PoolSettings;
import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.Residency;
import io.neomt.commons.connections.ResidentDirectory;
import io.neomt.commons.connections.TenantNotices;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.commons.observability.PoolMetrics;
import io.neomt.commons.observability.QueryTimer;
import io.neomt.view.ConnectionCipher;
import java.util.Base64;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The admin database, and through it all others. Each bean is made where a service uses it. */
@Lazy
@Configuration(proxyBeanMethods = false)
class ConnectionsConfiguration {

    @Bean
    AdminDatabase adminDatabase(
            NeoProperties.AdminDatabase settings, ServiceName service, MeterRegistry metrics, PoolMetrics pools) {
        HikariDataSource pool = Pools.open(
                service.value() + "-admin",
                new Pools.Login(settings.url(), settings.username(), settings.password()),
                1,
                settings.poolSize());
        pools.watch("admin", pool);
        return new AdminDatabase(
                pool, new DefaultConfiguration().set(SQLDialect.POSTGRES).set(new QueryTimer(metrics)));
    }

    @Bean
    Residency residency(TenancyProperties.Residency settings) {
        return Residency.of(settings.regions());
    }

    @Bean
    CachedTenantDirectory tenantDirectory(AdminDatabase database, Residency residency) {
        return new CachedTenantDirectory(new ResidentDirectory(new AdminTenantDirectory(database), residency));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    TenantNotices tenantNotices(
            NeoProperties.AdminDatabase settings, ServiceName service, CachedTenantDirectory directory) {
        Pools.Login login = new Pools.Login(settings.url(), settings.username(), settings.password());
        return new TenantNotices(login, directory, service.value());
    }

    @Bean
    Connections connections(
            AdminDatabase database,
            ObjectProvider<ConnectionCipher> cipher,
            TenancyProperties.Connections settings,
            Residency residency,
            ServiceName service,
            PoolMetrics pools) {
        return new Connections(
                database,
                cipher::getObject,
                service.value(),
                pools::watch,
                new PoolSettings(
                        residency,
                        PoolBudget.ofProcess(settings.mostOpen()),
                        settings.idleAfter(),
                        settings.replicaLag()));
    }

    @Bean
    ConnectionCipher connectionCipher(TenancyProperties.Connections settings) {
        return new ConnectionCipher(settings.keyId(), settings.key(), settings.former());
    }

    @Bean
    ConsistencyTokens consistencyTokens(NeoProperties.Consistency settings) {
        return new ConsistencyTokens(Base64.getDecoder().decode(settings.secret()));
    }
}
