package io.neomt.command.config;

import io.neomt.command.model.Bootstrap;
import io.neomt.command.store.CommandQueues;
import io.neomt.command.store.EventStore;
import io.neomt.command.store.KnownSubjects;
import io.neomt.command.web.AccessController;
import io.neomt.command.web.BulkController;
import io.neomt.command.web.CatalogueController;
import io.neomt.command.web.Envelopes;
import io.neomt.command.web.FirstSight;
import io.neomt.command.web.GrantController;
import io.neomt.command.web.InterventionController;
import io.neomt.command.web.MigrationReportController;
import io.neomt.command.web.OrganizationController;
import io.neomt.command.web.Properties;
import io.neomt.command.web.ProvisioningController;
import io.neomt.command.web.ResourceController;
import io.neomt.command.web.RoleController;
import io.neomt.command.web.TeamController;
import io.neomt.command.web.TeamHoldingsController;
import io.neomt.command.web.TemplateController;
import io.neomt.command.web.TenantController;
import io.neomt.command.web.UserController;
import io.neomt.command.web.Writes;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.commons.security.TenantAccess;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.SchemaHistory;
import io.neomt.event.registry.SchemaRegistration;
import io.neomt.event.registry.SchemaRegistry;
import java.time.InstantSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** How commands come in. */
@Configuration(proxyBeanMethods = false)
class WritesConfiguration {

    @Bean
    Writes writes(
            CommandQueues queues,
            EventStore store,
            TenantAccess access,
            ConsistencyTokens tokens,
            JsonMapper json,
            InstantSource clock,
            Ids ids) {
        return new Writes(queues::submit, new Envelopes(access, json, clock, ids), tokens, new OnceRead(store::epoch));
    }

    @Bean
    WebMvcConfigurer firstSight(Writes writes, TenantDirectory directory, AdminDatabase database, Ids ids) {
        FirstSight firstSight = new FirstSight(writes, directory, new KnownSubjects(database), ids);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(firstSight).addPathPatterns("/api/**");
            }
        };
    }

    @Bean
    OrganizationController organizationController(Writes writes, Ids ids) {
        return new OrganizationController(writes, ids);
    }

    @Bean
    TenantController tenantController(Writes writes, Ids ids) {
        return new TenantController(writes, ids);
    }

    @Bean
    ProvisioningController provisioningController(Writes writes, Ids ids) {
        return new ProvisioningController(writes, ids);
    }

    @Bean
    UserController userController(Writes writes, Ids ids) {
        return new UserController(writes, ids);
    }

    @Bean
    GrantController grantController(Writes writes, Ids ids) {
        return new GrantController(writes, ids);
    }

    @Bean
    RoleController roleController(Writes writes, Ids ids) {
        return new RoleController(writes, ids);
    }

    @Bean
    TeamController teamController(Writes writes, Ids ids) {
        return new TeamController(writes, ids);
    }

    @Bean
    TeamHoldingsController teamHoldingsController(Writes writes) {
        return new TeamHoldingsController(writes);
    }

    @Bean
    BulkController bulkController(Writes writes, Ids ids) {
        return new BulkController(writes, ids);
    }

    @Bean
    CatalogueController catalogueController(Writes writes) {
        return new CatalogueController(writes);
    }

    @Bean
    ResourceController resourceController(Writes writes, JsonMapper json) {
        return new ResourceController(writes, new Properties(json));
    }

    @Bean
    AccessController accessController(Writes writes, TenantDirectory directory, Ids ids) {
        return new AccessController(writes, directory, ids);
    }

    @Bean
    MigrationReportController migrationReportController(Writes writes) {
        return new MigrationReportController(writes);
    }

    @Bean
    InterventionController interventionController(Writes writes, AvroEventCodec codec, JsonMapper mapper) {
        return new InterventionController(writes, codec, mapper);
    }

    @Bean
    TemplateController templateController(Writes writes) {
        return new TemplateController(writes);
    }

    @Bean
    Beginning beginning(
            EventStore store,
            NeoProperties.Bootstrap settings,
            NeoProperties.Registry registrySettings,
            SchemaRegistry registry,
            InstantSource clock,
            Ids ids) {
        Bootstrap bootstrap = new Bootstrap(settings.adminExternalId(), settings.adminUsername());
        SchemaRegistration schemas = new SchemaRegistration(registry, SchemaHistory.shipped());
        return new Beginning(
                store, () -> bootstrap.commands(clock.instant(), ids), registrySettings.autoRegister(), schemas);
    }

    @Bean
    ApplicationRunner begin(Beginning beginning) {
        return arguments -> beginning.begin();
    }
}
