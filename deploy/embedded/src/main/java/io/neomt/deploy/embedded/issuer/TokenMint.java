package io.neomt.deploy.embedded.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes tokens with the keys of a folder; usable in any process that may read the folder, beside the issuer's own. */
public final class TokenMint {

    private final String baseUrl;
    private final RealmKeys keys;

    /**
     * @param issuerBaseUrl what stands before {@code /realms/}
     * @param keyFolder the issuer's, see {@code StackAddresses.issuerKeys}
     */
    public TokenMint(URI issuerBaseUrl, Path keyFolder) {
        this(issuerBaseUrl, new RealmKeys(keyFolder));
    }

    TokenMint(URI issuerBaseUrl, RealmKeys keys) {
        this.baseUrl = issuerBaseUrl.toString();
        this.keys = keys;
    }

    /** A good token of one hour. */
    public String issueToken(String realm, String subject) {
        return issueToken(TokenSpec.of(realm, subject));
    }

    public String issueToken(TokenSpec spec) {
        JWTClaimsSet claims = claims(spec);
        ECKey key = keys.signing(spec.realm());
        try {
            return switch (spec.signature()) {
                case REALM_KEY -> signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), claims);
                case FOREIGN_KEY ->
                    signed(
                            JWSAlgorithm.ES256,
                            key.getKeyID(),
                            new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()),
                            claims);
                case NONE -> new PlainJWT(claims).serialize();
                case HMAC_OF_PUBLIC_KEY ->
                    signed(
                            JWSAlgorithm.HS256,
                            key.getKeyID(),
                            new MACSigner(key.toECPublicKey().getEncoded()),
                            claims);
            };
        } catch (JOSEException e) {
            throw new IllegalStateException("no token for realm " + spec.realm(), e);
        }
    }

    /** The next token of this realm is signed by a new key; the older keys stay published. */
    public void rotateKey(String realm) {
        keys.rotate(realm);
    }

    String issuerOf(String realm) {
        return baseUrl + "/realms/" + realm;
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(keyId)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    private JWTClaimsSet claims(TokenSpec spec) {
        String issuer = spec.issuer();
        Instant given = spec.issuedAt();
        Instant issuedAt = given == null ? Instant.now() : given;
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer == null ? issuerOf(spec.realm()) : issuer)
                .subject(spec.subject())
                .audience(spec.audience())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(spec.lifetime())))
                .jwtID(UUID.randomUUID().toString())
                .claim("preferred_username", spec.username());
        spec.claims().forEach(claims::claim);
        return claims.build();
    }
}
