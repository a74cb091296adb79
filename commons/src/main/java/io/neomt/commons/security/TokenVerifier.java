package io.neomt.commons.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Says who a token's bearer is, after checking everything that makes the token worth believing. */
final class TokenVerifier {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));
    private static final int LEAST_RSA_BITS = 2048;
    private static final int MOST_REALMS = 100_000;

    private final Realms realms;
    private final ClaimRules rules;
    private final LoadingCache<String, RealmKeys> keys;

    TokenVerifier(Realms realms, KeyFetcher fetcher, String audience, Duration skew, InstantSource clock) {
        this.realms = realms;
        this.rules = new ClaimRules(audience, skew, clock);
        this.keys = Caffeine.newBuilder().maximumSize(MOST_REALMS).build(realm -> new RealmKeys(realm, fetcher, clock));
    }

    /**
     * @throws UnauthenticatedException when the token is not to be believed
     * @throws KeysUnavailableException when that cannot be told now
     */
    VerifiedToken verify(String token) throws UnauthenticatedException {
        try {
            // refuses alg=none: such a token is not a signed one
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            checkHeader(jwt.getHeader());
            String realm = realmOf(claims);
            if (!jwt.verify(verifierFor(jwt.getHeader(), realm))) {
                throw new UnauthenticatedException("the token's signature is not the issuer's");
            }
            Realm speaking = realms.speaking(realm, claims)
                    .orElseThrow(() -> new UnauthenticatedException("the token names no single organization"));
            return rules.check(claims, speaking);
        } catch (ParseException | JOSEException e) {
            throw new UnauthenticatedException("the token is not a signed JWT");
        }
    }

    private static void checkHeader(JWSHeader header) throws UnauthenticatedException {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new UnauthenticatedException("the token's algorithm is not RS256 or ES256");
        }
        if (header.getType() != null && !TYPES.contains(header.getType())) {
            throw new UnauthenticatedException("the token's type is not JWT");
        }
        if (header.getKeyID() == null) {
            throw new UnauthenticatedException("the token names no key");
        }
    }

    private String realmOf(JWTClaimsSet claims) throws UnauthenticatedException {
        String issuer = claims.getIssuer();
        return (issuer == null ? Optional.<String>empty() : realms.ofIssuer(issuer))
                .orElseThrow(() -> new UnauthenticatedException("the token's issuer is not one of this installation"));
    }

    private JWSVerifier verifierFor(JWSHeader header, String realm) throws UnauthenticatedException, JOSEException {
        JWK key = keys.get(realm)
                .find(header.getKeyID())
                .orElseThrow(() -> new UnauthenticatedException("the token's key is not one of the issuer's"));
        boolean forSigning = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
        boolean forAlgorithm = key.getAlgorithm() == null || key.getAlgorithm().equals(header.getAlgorithm());
        if (forSigning && forAlgorithm) {
            if (key instanceof RSAKey rsa && isRs256(header) && rsa.size() >= LEAST_RSA_BITS) {
                return new RSASSAVerifier(rsa);
            }
            if (key instanceof ECKey ec && !isRs256(header) && ec.getCurve().equals(Curve.P_256)) {
                return new ECDSAVerifier(ec);
            }
        }
        throw new UnauthenticatedException("the token's key is not made for its algorithm");
    }

    private static boolean isRs256(JWSHeader header) {
        return header.getAlgorithm().equals(JWSAlgorithm.RS256);
    }
}
