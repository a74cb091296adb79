package io.neomt.commons.security;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which issuers are believed, and the one way from an issuer's name to its tenant. */
final class Realms {

    private static final Pattern TENANT_REALM = Pattern.compile("tenant-([a-z][a-z0-9-]{1,49})");

    private final String prefix;
    private final String platformRealm;

    /** @param issuerBaseUrl all realms lie below it; anything else is foreign */
    Realms(URI issuerBaseUrl, String platformRealm) {
        String base = issuerBaseUrl.toString();
        this.prefix = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/realms/";
        this.platformRealm = platformRealm;
    }

    /** Empty for an issuer that is not ours. */
    Optional<Realm> ofIssuer(String issuer) {
        if (!issuer.startsWith(prefix)) {
            return Optional.empty();
        }
        String name = issuer.substring(prefix.length());
        if (name.equals(platformRealm)) {
            return Optional.of(new Realm(name, Caller.PLATFORM_SLUG, true));
        }
        Matcher tenant = TENANT_REALM.matcher(name);
        // the platform has one realm: one that merely calls itself tenant-platform may not act in its tenant
        return tenant.matches() && !tenant.group(1).equals(Caller.PLATFORM_SLUG)
                ? Optional.of(new Realm(name, tenant.group(1), false))
                : Optional.empty();
    }

    URI keysOf(Realm realm) {
        return URI.create(prefix + realm.name() + "/protocol/openid-connect/certs");
    }
}
