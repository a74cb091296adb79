package io.neomt.provisioning.config;

import io.neomt.commons.config.ServiceName;
import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.Connections;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.run.StockKeeper;
import io.neomt.provisioning.run.Tenants;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.PostgresStock;
import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.provisioning.store.snapshot.Snapshots;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How tenants' schemas are made, at once and ahead of time. */
@Configuration(proxyBeanMethods = false)
class SchemasConfiguration {

    private static final Duration STOCK_PAUSE = Duration.ofSeconds(1);

    @Bean
    Snapshots snapshots() {
        return new Snapshots(new TenantTemplate(), InstantSource.system(), MeteredLog::unproven);
    }

    @Bean
    PostgresSchemas schemas(Connections connections, Snapshots snapshots) {
        return new PostgresSchemas(connections, new TenantTemplate(), snapshots, InstantSource.system());
    }

    @Bean(initMethod = "start")
    StockKeeper stockKeeper(
            Connections connections,
            Tenants tenants,
            Snapshots snapshots,
            Backlog backlog,
            TenancyProperties.Provisioning settings,
            ServiceName name) {
        PostgresStock stock = new PostgresStock(connections, tenants, snapshots);
        return new StockKeeper(
                stock, settings.stock(), STOCK_PAUSE, backlog::isQuiet, MeteredLog::stockFailed, name.value());
    }
}
