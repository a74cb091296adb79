package io.neomt.commons.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.docs.DocsController;
import io.neomt.commons.observability.BuildVersion;
import io.neomt.commons.observability.CollectedTraces;
import io.neomt.commons.observability.DatabaseProbe;
import io.neomt.commons.observability.HealthChecks;
import io.neomt.commons.observability.HealthController;
import io.neomt.commons.observability.HealthProbe;
import io.neomt.commons.observability.LocalTraces;
import io.neomt.commons.observability.MetricsController;
import io.neomt.commons.observability.PoolMetrics;
import io.neomt.commons.observability.Traces;
import io.neomt.commons.security.AuthenticationFilter;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Health, metrics and description, of this service alone. */
@Configuration(proxyBeanMethods = false)
class ObservabilityConfiguration {

    @Bean
    PrometheusMeterRegistry meterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    Traces traces(NeoProperties.Tracing settings, ServiceName service) {
        return settings.collector() == null
                ? new LocalTraces()
                : new CollectedTraces(settings.collector(), service.value(), settings.share());
    }

    @Bean
    PoolMetrics poolMetrics(MeterRegistry metrics) {
        return new PoolMetrics(metrics);
    }

    @Bean
    DatabaseProbe databaseProbe(AdminDatabase database) {
        return new DatabaseProbe("database", database.pool());
    }

    @Bean
    HealthChecks healthChecks(List<HealthProbe> probes, ServiceName service) {
        return new HealthChecks(probes, BuildVersion.current(), service.value());
    }

    @Bean
    HealthController healthController(HealthChecks checks) {
        return new HealthController(checks);
    }

    @Bean
    MetricsController metricsController(PrometheusMeterRegistry metrics) {
        return new MetricsController(metrics);
    }

    @Bean
    DocsController docsController(ServiceName service, ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new DocsController(
                service.value(), BuildVersion.current(), AuthenticationFilter::isOpen, () -> mappings.getObject()
                        .getHandlerMethods());
    }
}
