package io.neomt.e2e;

import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.issuer.TokenMint;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.deploy.embedded.issuer.TokenSpec.Signature;
import java.net.URI;
import java.nio.file.Path;

/** Good tokens of the platform's administrator, and such as no service may accept. */
final class Tokens {

    private static final String REALM = "NeoAdmin";
    private static final TokenSpec ADMIN = TokenSpec.of(REALM, "admin");

    private final URI issuer;
    private final TokenMint mint;

    Tokens(StackAddresses addresses) {
        this.issuer = addresses.issuer();
        this.mint = new TokenMint(addresses.issuer(), Path.of(addresses.issuerKeys()));
    }

    String valid() {
        return mint.issueToken(ADMIN);
    }

    String expired() {
        return mint.issueToken(ADMIN.expired());
    }

    String ofAnotherIssuer() {
        return mint.issueToken(ADMIN.issuer("http://127.0.0.1:1/realms/" + REALM));
    }

    /** Of a realm of some tenant, in the name of the platform's. */
    String ofAnotherRealmsKey() {
        return mint.issueToken(TokenSpec.of("tenant-mallory", "admin").issuer(issuer + "/realms/" + REALM));
    }

    String ofAnUnknownKey() {
        return mint.issueToken(ADMIN.signature(Signature.FOREIGN_KEY));
    }

    String unsigned() {
        return mint.issueToken(ADMIN.signature(Signature.NONE));
    }

    String signedWithThePublicKey() {
        return mint.issueToken(ADMIN.signature(Signature.HMAC_OF_PUBLIC_KEY));
    }

    String forAnotherAudience() {
        return mint.issueToken(ADMIN.audience("somebody-else"));
    }

    void rotateKeys() {
        mint.rotateKey(REALM);
    }
}
