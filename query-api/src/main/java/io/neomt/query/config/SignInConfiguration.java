package io.neomt.query.config;

import io.neomt.commons.config.KeycloakProperties;
import io.neomt.commons.config.NeoProperties;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.sessions.RedisSessions;
import io.neomt.event.Position;
import io.neomt.query.issuer.OpenIdProvider;
import io.neomt.query.signin.OneAtATime;
import io.neomt.query.signin.Place;
import io.neomt.query.store.GuardedDirectory;
import io.neomt.query.store.UserIds;
import io.neomt.query.web.AuthController;
import io.neomt.view.RealmClients;
import java.net.http.HttpClient;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Signing in and out. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    AuthController authController(
            NeoProperties.Security security,
            KeycloakProperties keycloak,
            @Qualifier("issuerClient") HttpClient http,
            JsonMapper json,
            RedisSessions sessions,
            TenantDirectory directory,
            UserIds userIds) {
        String key = keycloak.clientKey();
        OpenIdProvider provider = new OpenIdProvider(
                http,
                json,
                security.issuerBaseUrl(),
                key == null ? null : new RealmClients(key),
                keycloak.signInTimeout());
        return new AuthController(
                new OneAtATime(provider, System::nanoTime, Thread::sleep),
                new Place.Layout(security.platformRealm(), security.organizationsRealm()),
                sessions,
                new TenantAccess(new GuardedDirectory(directory)),
                (caller, tenant) -> userIds.find(tenant.id(), caller.externalId(), Position.NONE)
                        .map(id -> id.toString())
                        .orElse(null));
    }
}
