package io.neomt.deploy.embedded.issuer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a token shall say. {@link #of} gives a good one; the other methods change one thing each, also to what no
 * service may accept, so that tests can show it refused.
 *
 * @param issuer instead of the realm's own, or null
 * @param issuedAt instead of now, or null
 * @param claims further ones
 */
public record TokenSpec(
        String realm,
        String subject,
        String username,
        List<String> audience,
        Duration lifetime,
        @Nullable String issuer,
        @Nullable Instant issuedAt,
        Signature signature,
        Map<String, Object> claims) {

    /** The audience of every service here. */
    public static final String AUDIENCE = "neo-api";

    /** Who signs. */
    public enum Signature {
        REALM_KEY,
        /** a key that nobody published, under the id of the published one */
        FOREIGN_KEY,
        /** {@code alg=none} */
        NONE,
        /** HS256 with the published key as the secret: the classic confusion of algorithms */
        HMAC_OF_PUBLIC_KEY
    }

    public TokenSpec {
        audience = List.copyOf(audience);
        claims = Map.copyOf(claims);
    }

    public static TokenSpec of(String realm, String subject) {
        return new TokenSpec(
                realm,
                subject,
                subject,
                List.of(AUDIENCE),
                Duration.ofHours(1),
                null,
                null,
                Signature.REALM_KEY,
                Map.of());
    }

    public TokenSpec username(String value) {
        return new TokenSpec(realm, subject, value, audience, lifetime, issuer, issuedAt, signature, claims);
    }

    public TokenSpec audience(String... values) {
        return new TokenSpec(realm, subject, username, List.of(values), lifetime, issuer, issuedAt, signature, claims);
    }

    public TokenSpec lifetime(Duration value) {
        return new TokenSpec(realm, subject, username, audience, value, issuer, issuedAt, signature, claims);
    }

    public TokenSpec issuer(String value) {
        return new TokenSpec(realm, subject, username, audience, lifetime, value, issuedAt, signature, claims);
    }

    public TokenSpec issuedAt(Instant value) {
        return new TokenSpec(realm, subject, username, audience, lifetime, issuer, value, signature, claims);
    }

    /** A token that ended an hour ago. */
    public TokenSpec expired() {
        return issuedAt(Instant.now().minus(lifetime).minus(Duration.ofHours(1)));
    }

    public TokenSpec signature(Signature value) {
        return new TokenSpec(realm, subject, username, audience, lifetime, issuer, issuedAt, value, claims);
    }

    public TokenSpec claim(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(claims);
        more.put(name, value);
        return new TokenSpec(realm, subject, username, audience, lifetime, issuer, issuedAt, signature, more);
    }
}
