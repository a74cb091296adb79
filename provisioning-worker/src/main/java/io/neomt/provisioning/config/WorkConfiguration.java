package io.neomt.provisioning.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.commandclient.CommandService;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.config.TenancyProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Residency;
import io.neomt.provisioning.commandclient.CommandServiceReports;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.run.Caches;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.Leases;
import io.neomt.provisioning.run.Ports;
import io.neomt.provisioning.run.Reports;
import io.neomt.provisioning.run.Saga;
import io.neomt.provisioning.run.Sweep;
import io.neomt.provisioning.run.Tenants;
import io.neomt.provisioning.run.Upkeep;
import io.neomt.provisioning.store.AdminTenants;
import io.neomt.provisioning.store.OperationHistory;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.SqlOperations;
import io.neomt.provisioning.store.TenantMilestones;
import io.neomt.provisioning.web.ProvisioningController;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The work itself, and what is told about it. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    @Bean
    Tenants tenants(AdminDatabase database, Residency residency) {
        return new AdminTenants(database, InstantSource.system(), residency);
    }

    @Bean
    Reports reports(CommandService service, JsonMapper json) {
        return new CommandServiceReports(service, json);
    }

    @Bean
    SqlOperations operations(
            AdminDatabase database, TenancyProperties.Provisioning settings, Residency residency, ServiceName name) {
        String instance = name.value() + "/" + UUID.randomUUID();
        return new SqlOperations(
                database, InstantSource.system(), UUID::randomUUID, instance, settings.lease(), residency);
    }

    @Bean
    Ports ports(
            SqlOperations operations,
            Tenants tenants,
            PostgresSchemas schemas,
            IdentityRealms realms,
            Caches caches,
            Reports reports) {
        return new Ports(operations, tenants, schemas, realms, caches, reports, System::nanoTime);
    }

    @Bean
    Leases leases(SqlOperations operations, TenancyProperties.Provisioning settings, ServiceName name) {
        return new Leases(operations, settings.lease(), System::nanoTime, name.value());
    }

    @Bean
    Backlog backlog(
            Ports ports,
            Leases leases,
            MeterRegistry metrics,
            TenancyProperties.Provisioning settings,
            ServiceName name) {
        Saga saga =
                new Saga(ports, new Upkeep(ports.tenants(), ports.schemas(), ports.realms(), ports.reports()), leases);
        return new Backlog(
                saga::attempt, new MeteredLog(metrics), InstantSource.system(), settings.concurrency(), name.value());
    }

    @Bean(initMethod = "start")
    Sweep sweep(Ports ports, Backlog backlog, TenancyProperties.Provisioning settings, ServiceName name) {
        return new Sweep(
                ports.tenants(), ports.realms(), backlog, settings.sweep(), MeteredLog::sweepFailed, name.value());
    }

    @Bean
    ProvisioningController provisioningController(AdminDatabase database, Backlog backlog) {
        return new ProvisioningController(new OperationHistory(database), new TenantMilestones(database), backlog);
    }
}
