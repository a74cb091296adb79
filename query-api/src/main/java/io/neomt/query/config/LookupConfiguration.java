package io.neomt.query.config;

import io.neomt.query.lookup.Platform;
import io.neomt.query.store.SqlAccessGrants;
import io.neomt.query.store.SqlCatalogue;
import io.neomt.query.store.SqlResources;
import io.neomt.query.store.SqlRoleTemplates;
import io.neomt.query.store.SqlTeams;
import io.neomt.query.store.TenantSnapshots;
import io.neomt.query.web.AccessGrantController;
import io.neomt.query.web.CatalogueController;
import io.neomt.query.web.Readings;
import io.neomt.query.web.ResourceController;
import io.neomt.query.web.RoleTemplateController;
import io.neomt.query.web.TeamController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoints that show rows as they are. */
@Configuration(proxyBeanMethods = false)
class LookupConfiguration {

    @Bean
    TeamController teamController(Readings readings, TenantSnapshots snapshots) {
        return new TeamController(readings, new SqlTeams(snapshots));
    }

    @Bean
    CatalogueController catalogueController(Readings readings, TenantSnapshots snapshots, Platform platform) {
        return new CatalogueController(readings, new SqlCatalogue(snapshots, platform));
    }

    @Bean
    ResourceController resourceController(Readings readings, TenantSnapshots snapshots) {
        return new ResourceController(readings, new SqlResources(snapshots));
    }

    @Bean
    AccessGrantController accessGrantController(Readings readings, TenantSnapshots snapshots) {
        return new AccessGrantController(readings, new SqlAccessGrants(snapshots));
    }

    @Bean
    RoleTemplateController roleTemplateController(Readings readings, TenantSnapshots snapshots) {
        return new RoleTemplateController(readings, new SqlRoleTemplates(snapshots));
    }
}
