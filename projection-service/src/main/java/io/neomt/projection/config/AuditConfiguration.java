package io.neomt.projection.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.ProjectionProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.ParkedTenants;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.store.TenantSchemas;
import io.neomt.projection.stream.Aside;
import io.neomt.projection.stream.Ownership;
import io.neomt.projection.telemetry.Stopping;
import io.neomt.projection.telemetry.Watched;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the audit log. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Auditing auditing(
            AdminDatabase database,
            TenantSchemas schemas,
            StoredEvents events,
            Ownership ownership,
            Stopping stopping,
            ParkedTenants parked,
            ProjectionProperties.Projection settings,
            ServiceName service,
            MeterRegistry metrics) {
        return new Auditing(
                schemas, events, new Heads(database), ownership, stopping, parked, settings, service, metrics);
    }

    @Bean
    Watched watchedAudit(Auditing auditing) {
        return auditing.watched();
    }

    @Bean
    Aside auditAside(Auditing auditing) {
        return auditing.aside();
    }
}
