package io.neomt.commons.config;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.AdminTenantDirectory;
import io.neomt.commons.connections.CachedTenantDirectory;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.commons.security.TenantAccess;
import io.neomt.view.ConnectionCipher;
import java.util.Base64;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** What every service has, besides what its own configuration wires. */
@Configuration(proxyBeanMethods = false)
@Import(PropertiesConfiguration.class)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class
})
class ServiceConfiguration {

    @Bean
    ServiceName serviceName(Environment environment) {
        return new ServiceName(environment.getRequiredProperty("spring.application.name"));
    }

    @Bean
    PrometheusMeterRegistry meterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    @Lazy
    AdminDatabase adminDatabase(NeoProperties.AdminDatabase settings, ServiceName service) {
        HikariDataSource pool = Pools.open(
                service.value() + "-admin",
                new Pools.Login(settings.url(), settings.username(), settings.password()),
                1,
                settings.poolSize());
        return new AdminDatabase(
                pool, new DefaultConfiguration().set(SQLDialect.POSTGRES).set(new Settings().withRenderSchema(true)));
    }

    @Bean
    @Lazy
    TenantDirectory tenantDirectory(AdminDatabase database) {
        return new CachedTenantDirectory(new AdminTenantDirectory(database));
    }

    @Bean
    @Lazy
    Connections connections(
            AdminDatabase database,
            ObjectProvider<ConnectionCipher> cipher,
            ServiceName service,
            MeterRegistry metrics) {
        return new Connections(database, cipher::getObject, service.value(), (name, pool) -> {});
    }

    @Bean
    @Lazy
    ConnectionCipher connectionCipher(NeoProperties.Connections settings) {
        return new ConnectionCipher(settings.keyId(), settings.key());
    }

    @Bean
    @Lazy
    TenantAccess tenantAccess(TenantDirectory directory) {
        return new TenantAccess(directory);
    }

    @Bean
    @Lazy
    ConsistencyTokens consistencyTokens(NeoProperties.Consistency settings) {
        return new ConsistencyTokens(Base64.getDecoder().decode(settings.secret()));
    }
}
