package io.neomt.commons.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which issuers are believed, and the one way from a token to its tenant: by the issuer, where every tenant has a realm of
 * its own, or by the token's organization, where one realm has the users of all.
 */
public final class Realms {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,49}");
    private static final String TENANT = "tenant-";

    private final String prefix;
    private final String platformRealm;
    private final @Nullable String organizationsRealm;

    /**
     * @param issuerBaseUrl all realms lie below it; anything else is foreign
     * @param organizationsRealm the one realm of all tenants' users; null where each tenant has a realm
     */
    public Realms(URI issuerBaseUrl, String platformRealm, @Nullable String organizationsRealm) {
        String base = issuerBaseUrl.toString();
        this.prefix = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/realms/";
        this.platformRealm = platformRealm;
        this.organizationsRealm = organizationsRealm;
    }

    /** The name of the issuer's realm; empty for an issuer that is not ours. */
    Optional<String> ofIssuer(String issuer) {
        return issuer.startsWith(prefix)
                ? Optional.of(issuer.substring(prefix.length())).filter(this::isOurs)
                : Optional.empty();
    }

    /** Whom a token of one of our realms speaks for; empty where it does not say. */
    Optional<Realm> speaking(String realm, JWTClaimsSet claims) {
        if (realm.equals(platformRealm)) {
            return Optional.of(new Realm(realm, Caller.PLATFORM_SLUG, true));
        }
        return (realm.equals(organizationsRealm) ? organization(claims) : Optional.of(realm.substring(TENANT.length())))
                .filter(Realms::isTenants)
                .map(slug -> new Realm(realm, slug, false));
    }

    URI keysOf(String realm) {
        return URI.create(prefix + realm + "/protocol/openid-connect/certs");
    }

    private boolean isOurs(String realm) {
        if (realm.equals(platformRealm)) {
            return true;
        }
        return organizationsRealm == null
                ? realm.startsWith(TENANT) && isTenants(realm.substring(TENANT.length()))
                : realm.equals(organizationsRealm);
    }

    /** The platform has one realm: what merely calls itself platform may not act in its tenant. */
    private static boolean isTenants(String slug) {
        return SLUG.matcher(slug).matches() && !slug.equals(Caller.PLATFORM_SLUG);
    }

    /** One and no more: a token for several does not say where it acts. */
    private static Optional<String> organization(JWTClaimsSet claims) {
        Collection<?> named =
                switch (claims.getClaim("organization")) {
                    case Collection<?> aliases -> aliases;
                    case Map<?, ?> byAlias -> byAlias.keySet();
                    case null, default -> List.of();
                };
        return named.size() == 1 && named.iterator().next() instanceof String slug
                ? Optional.of(slug)
                : Optional.empty();
    }
}
