package io.neomt.view;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The clients that every realm has, and the secret of the one that keeps one: derived from a key of the installation and
 * the realm's name, so that whoever makes realms and whoever signs people in know it without storing it.
 */
public final class RealmClients {

    /** Through which the platform signs people in; also the audience of every token. */
    public static final String API = "neo-api";

    /** Through which browsers sign people in, with a proof key and without a secret. */
    public static final String UI = "neo-ui";

    private static final int KEY_BYTES = 32;
    private static final String TENANTS = "tenant-";

    private final SecretKeySpec key;

    /** @param base64Key 32 bytes or more */
    public RealmClients(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length < KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + bytes.length + " bytes is too short");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** The realm of a tenant's own. */
    public static String realmOf(String slug) {
        return TENANTS + slug;
    }

    /** The secret of {@link #API} in the realm. */
    public String secretIn(String realm) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] code = mac.doFinal((API + " of realm " + realm).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime offers no HMAC-SHA256", e);
        }
    }
}
