package io.neomt.projection.config;

import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.PlatformRights;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.Guard;
import io.neomt.projection.store.ParkedTenants;
import io.neomt.projection.store.StoredEvents;
import io.neomt.projection.telemetry.Watched;
import io.neomt.projection.web.ParkedController;
import io.neomt.projection.web.ProjectionController;
import io.neomt.projection.web.Tenants;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see and do over HTTP. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    Guard guard(TenantDirectory directory, Connections connections) {
        return new Guard("projections", new PlatformRights(directory, connections)::allows);
    }

    @Bean
    Tenants tenants(TenantDirectory directory) {
        return new Tenants(directory);
    }

    @Bean
    ParkedController parkedController(ParkedTenants parked, List<Watched> watched, Tenants tenants, Guard guard) {
        return new ParkedController(parked, watched, tenants, guard);
    }

    @Bean
    ProjectionController projectionController(
            List<Watched> watched, StoredEvents events, Tenants tenants, Guard guard) {
        return new ProjectionController(watched, events, tenants, guard);
    }
}
