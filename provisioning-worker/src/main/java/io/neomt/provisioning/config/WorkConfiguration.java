package io.neomt.provisioning.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.config.ServiceName;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.provisioning.commandclient.CommandServiceActivation;
import io.neomt.provisioning.commandclient.ServiceAccount;
import io.neomt.provisioning.run.Activation;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.run.Provisioner;
import io.neomt.provisioning.run.Sweep;
import io.neomt.provisioning.run.Tenants;
import io.neomt.provisioning.store.AdminTenants;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.TenantMilestones;
import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.provisioning.web.ProvisioningController;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The work itself, and what is told about it. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LEFT_TO_EVENTS = Duration.ofSeconds(3);

    /** Flyway holds up to three connections for each; together they stay below the ten of a pool by default. */
    private static final int SIDE_BY_SIDE = 3;

    @Bean
    Tenants tenants(AdminDatabase database) {
        return new AdminTenants(database, InstantSource.system());
    }

    @Bean
    PostgresSchemas schemas(Connections connections) {
        return new PostgresSchemas(connections, new TenantTemplate(), InstantSource.system());
    }

    @Bean(defaultCandidate = false)
    HttpClient commandClient(ServiceName service) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(service.value() + "-http-", 0).factory()))
                .build();
    }

    @Bean
    Activation activation(
            @Qualifier("commandClient") HttpClient commandClient,
            JsonMapper json,
            NeoProperties.ServiceAccount account,
            NeoProperties.Security security) {
        return new CommandServiceActivation(
                commandClient,
                json,
                account.commandServiceUrl(),
                new ServiceAccount(tokenEndpoint(security), account.clientId(), account.clientSecret()),
                InstantSource.system());
    }

    private static URI tokenEndpoint(NeoProperties.Security security) {
        String base = security.issuerBaseUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/realms/" + security.platformRealm() + "/protocol/openid-connect/token");
    }

    @Bean
    Backlog backlog(
            Tenants tenants, PostgresSchemas schemas, Activation activation, MeterRegistry metrics, ServiceName name) {
        Provisioner provisioner = new Provisioner(tenants, schemas, activation, TenantTemplate.SHIPPED);
        return new Backlog(
                provisioner::provision, new MeteredLog(metrics), System::nanoTime, SIDE_BY_SIDE, name.value());
    }

    @Bean(initMethod = "start")
    Sweep sweep(Tenants tenants, Backlog backlog, ServiceName name) {
        return new Sweep(
                tenants, backlog, TenantTemplate.SHIPPED, LEFT_TO_EVENTS, MeteredLog::sweepFailed, name.value());
    }

    @Bean
    ProvisioningController provisioningController(
            Tenants tenants, PostgresSchemas schemas, AdminDatabase database, Backlog backlog) {
        return new ProvisioningController(tenants, schemas, new TenantMilestones(database), backlog);
    }
}
