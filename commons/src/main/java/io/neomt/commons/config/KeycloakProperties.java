package io.neomt.commons.config;

import static io.neomt.commons.config.Checks.base64;
import static io.neomt.commons.config.Checks.httpUrl;
import static io.neomt.commons.config.Checks.inRange;
import static io.neomt.commons.config.Checks.longerThanNothing;
import static io.neomt.commons.config.Checks.required;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider as the platform administers it. Whose tokens are believed is another matter, see
 * {@code neo.security}.
 *
 * @param url root of Keycloak; without it nobody makes realms
 * @param adminClientId a client of the realm {@code master} with the role {@code create-realm}
 * @param clientKey 32 bytes in base64, from which the secrets of the realms' clients are derived; the same in the
 *     provisioning worker, which makes the clients, and in the query API, which signs people in through them
 * @param initialPassword what a first admin signs in with once, to choose another; without it an operator sets one
 * @param spareRealms how many realms are made ahead of time
 * @param signInTimeout how long whoever signs in waits for Keycloak
 * @param uiRedirect where browsers may be sent back to after signing in
 */
public record KeycloakProperties(
        @Nullable URI url,
        @DefaultValue("neo-realms") String adminClientId,
        @Nullable String adminClientSecret,
        @Nullable String clientKey,
        @Nullable String initialPassword,
        @DefaultValue("0") int spareRealms,
        @DefaultValue("10s") Duration signInTimeout,
        @DefaultValue("http://127.0.0.1/*") String uiRedirect) {

    public KeycloakProperties {
        inRange("neo.keycloak.spare-realms", spareRealms, 0, 1_000);
        longerThanNothing("neo.keycloak.sign-in-timeout", signInTimeout);
        if (clientKey != null) {
            base64("neo.keycloak.client-key", clientKey, 32, 1_024);
        }
        if (url != null) {
            httpUrl("neo.keycloak.url", url);
            required("neo.keycloak.admin-client-secret", adminClientSecret);
            required("neo.keycloak.client-key", clientKey);
        }
    }

    @Override
    public String toString() {
        return "Keycloak[" + url + "]";
    }
}
