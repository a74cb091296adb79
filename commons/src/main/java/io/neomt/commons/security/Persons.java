package io.neomt.commons.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells people from service accounts, as Keycloak makes tokens of either. Whoever might be a service account is no
 * person.
 */
final class Persons {

    private static final int LONGEST = 255;
    private static final String SERVICE_ACCOUNT = "service-account-";

    /** In tokens that a client has got for itself. */
    private static final List<String> OF_CLIENTS = List.of("client_id", "clientId", "clientHost", "clientAddress");

    private Persons() {}

    static @Nullable Person of(JWTClaimsSet claims) {
        String username = text(claims, "preferred_username");
        if (username == null || isOfClient(claims) || username.startsWith(SERVICE_ACCOUNT)) {
            return null;
        }
        boolean verified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
        return new Person(username, verified ? text(claims, "email") : null, text(claims, "name"));
    }

    private static boolean isOfClient(JWTClaimsSet claims) {
        return OF_CLIENTS.stream().anyMatch(claims.getClaims()::containsKey)
                || claims.getSubject().equals(claims.getClaim("azp"));
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isBlank() && text.length() <= LONGEST
                ? text
                : null;
    }
}
