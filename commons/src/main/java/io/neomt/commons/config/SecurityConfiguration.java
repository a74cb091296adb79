package io.neomt.commons.config;

import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.AuthenticationFilter;
import io.neomt.commons.security.Guests;
import io.neomt.commons.security.IssuerProbe;
import io.neomt.commons.security.Realms;
import io.neomt.commons.security.Revocations;
import io.neomt.commons.security.TenantAccess;
import io.neomt.commons.web.ErrorWriter;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Whose tokens are believed and where their bearers may act. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    // not a candidate where a service injects a client of its own
    @Bean(defaultCandidate = false)
    HttpClient issuerClient() {
        // follows no redirect: an issuer's keys come from the issuer
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    Realms realms(NeoProperties.Security settings) {
        return new Realms(settings.issuerBaseUrl(), settings.platformRealm(), settings.organizationsRealm());
    }

    @Bean
    AuthenticationFilter authentication(
            NeoProperties.Security settings,
            Realms realms,
            ObjectProvider<Revocations> revocations,
            @Qualifier("issuerClient") HttpClient issuerClient,
            ErrorWriter errors) {
        return AuthenticationFilter.of(
                realms,
                settings.audience(),
                settings.clockSkew(),
                revocations.getIfAvailable(() -> Revocations.NONE),
                issuerClient,
                errors);
    }

    @Bean
    IssuerProbe issuerProbe(
            NeoProperties.Security settings, Realms realms, @Qualifier("issuerClient") HttpClient issuerClient) {
        return new IssuerProbe(realms, settings.platformRealm(), issuerClient);
    }

    @Bean
    @Lazy
    TenantAccess tenantAccess(TenantDirectory directory, ObjectProvider<Guests> guests) {
        return new TenantAccess(directory, guests.getIfAvailable(() -> Guests.NONE));
    }
}
