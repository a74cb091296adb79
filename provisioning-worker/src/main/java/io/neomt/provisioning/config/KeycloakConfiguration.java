package io.neomt.provisioning.config;

import io.neomt.commons.commandclient.ServiceAccount;
import io.neomt.commons.commandclient.ServiceTokens;
import io.neomt.commons.config.KeycloakProperties;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.keycloak.AdminClient;
import io.neomt.provisioning.keycloak.Documents;
import io.neomt.provisioning.keycloak.KeycloakOrganizations;
import io.neomt.provisioning.keycloak.KeycloakRealms;
import io.neomt.provisioning.keycloak.SpareRealmStock;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.NoRealms;
import io.neomt.provisioning.store.AdminSpareRealms;
import io.neomt.view.RealmClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The tenants' realms, where there is an identity provider. */
@Configuration(proxyBeanMethods = false)
class KeycloakConfiguration {

    private static final String MASTER_TOKENS = "/realms/master/protocol/openid-connect/token";

    /** What administers Keycloak, and the stock of spare realms. */
    record Administration(AdminClient client, Documents documents, AdminSpareRealms spares, SpareRealmStock stock)
            implements AutoCloseable {
        @Override
        public void close() {
            stock.close();
        }
    }

    @Bean
    @Nullable
    Administration administration(
            KeycloakProperties settings,
            AdminDatabase database,
            @Qualifier("commandClient") HttpClient http,
            JsonMapper json) {
        URI url = settings.url();
        String secret = settings.adminClientSecret();
        String key = settings.clientKey();
        if (url == null || secret == null || key == null) {
            return null;
        }
        URI root = URI.create(url.toString().replaceAll("/+$", ""));
        ServiceAccount account = new ServiceAccount(URI.create(root + MASTER_TOKENS), settings.adminClientId(), secret);
        AdminClient client =
                new AdminClient(http, json, root, new ServiceTokens(http, json, account, InstantSource.system()));
        Documents documents = new Documents(new RealmClients(key), settings.uiRedirect(), settings.initialPassword());
        AdminSpareRealms spares = new AdminSpareRealms(database);
        SpareRealmStock stock = new SpareRealmStock(client, documents, spares, settings.spareRealms());
        stock.start();
        return new Administration(client, documents, spares, stock);
    }

    @Bean
    IdentityRealms identityRealms(ObjectProvider<Administration> administration, NeoProperties.Security security) {
        Administration keycloak = administration.getIfAvailable();
        if (keycloak == null) {
            return new NoRealms();
        }
        String shared = security.organizationsRealm();
        return shared == null
                ? new KeycloakRealms(keycloak.client(), keycloak.documents(), keycloak.spares())
                : new KeycloakOrganizations(keycloak.client(), keycloak.documents(), shared);
    }
}
