package io.neomt.deploy.embedded.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may ask for tokens.
 *
 * @param serviceClientId the one service account, of the platform's realm
 * @param serviceClientSecret its secret
 * @param developmentSecret whoever knows it gets a token for any user of any realm
 */
public record Clients(String serviceClientId, String serviceClientSecret, String developmentSecret) {

    boolean isService(String id, String secret) {
        boolean sameSecret = same(serviceClientSecret, secret);
        return same(serviceClientId, id) && sameSecret;
    }

    boolean isDeveloper(String secret) {
        return same(developmentSecret, secret);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
