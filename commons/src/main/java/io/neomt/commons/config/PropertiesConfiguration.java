package io.neomt.commons.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** Each group of settings as a bean, read and checked when the first other bean asks for it. */
@Lazy
@Configuration(proxyBeanMethods = false)
class PropertiesConfiguration {

    private final Settings settings;

    PropertiesConfiguration(Environment environment) {
        this.settings = new Settings(environment);
    }

    @Bean
    NeoProperties.AdminDatabase adminDatabaseProperties() {
        return settings.read("neo.admin-database", NeoProperties.AdminDatabase.class);
    }

    @Bean
    NeoProperties.Kafka kafkaProperties() {
        return settings.read("neo.kafka", NeoProperties.Kafka.class);
    }

    @Bean
    NeoProperties.Events eventsProperties() {
        return settings.read("neo.events", NeoProperties.Events.class);
    }

    @Bean
    NeoProperties.Registry registryProperties() {
        return settings.read("neo.registry", NeoProperties.Registry.class);
    }

    @Bean
    NeoProperties.Redis redisProperties() {
        return settings.read("neo.redis", NeoProperties.Redis.class);
    }

    @Bean
    NeoProperties.Security securityProperties() {
        return settings.read("neo.security", NeoProperties.Security.class);
    }

    @Bean
    NeoProperties.Consistency consistencyProperties() {
        return settings.read("neo.consistency", NeoProperties.Consistency.class);
    }

    @Bean
    NeoProperties.Tracing tracingProperties() {
        return settings.read("neo.tracing", NeoProperties.Tracing.class);
    }

    @Bean
    TenancyProperties.Audit auditProperties() {
        return settings.read("neo.audit", TenancyProperties.Audit.class);
    }

    @Bean
    TenancyProperties.Connections connectionsProperties() {
        return settings.read("neo.connections", TenancyProperties.Connections.class);
    }

    @Bean
    TenancyProperties.Residency residencyProperties() {
        return settings.read("neo.residency", TenancyProperties.Residency.class);
    }

    @Bean
    TenancyProperties.ServiceAccount serviceAccountProperties() {
        return settings.read("neo.service-account", TenancyProperties.ServiceAccount.class);
    }

    @Bean
    NeoProperties.Bootstrap bootstrapProperties() {
        return settings.read("neo.bootstrap", NeoProperties.Bootstrap.class);
    }

    @Bean
    TenancyProperties.Provisioning provisioningProperties() {
        return settings.read("neo.provisioning", TenancyProperties.Provisioning.class);
    }

    @Bean
    TenancyProperties.Migrations migrationsProperties() {
        return settings.read("neo.migrations", TenancyProperties.Migrations.class);
    }

    @Bean
    ProjectionProperties.Projection projectionProperties() {
        return settings.read("neo.projection", ProjectionProperties.Projection.class);
    }

    @Bean
    ProjectionProperties.Rebuild rebuildProperties() {
        return settings.read("neo.rebuild", ProjectionProperties.Rebuild.class);
    }

    @Bean
    NeoProperties.Query queryProperties() {
        return settings.read("neo.query", NeoProperties.Query.class);
    }

    @Bean
    KeycloakProperties keycloakProperties() {
        return settings.read("neo.keycloak", KeycloakProperties.class);
    }
}
