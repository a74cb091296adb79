package io.neomt.commons.consistency;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies consistency tokens: format byte, tenant, position and epoch, then HMAC-SHA256 over all of it, in
 * base64url. Signed so that a caller can neither name a position far ahead and tie up waiting reads, nor carry a token
 * from one tenant to another. Thread-safe.
 */
public final class ConsistencyTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte FORMAT = 1;
    private static final int CONTENT_BYTES = 1 + 16 + 8 + 4;
    private static final int SIGNATURE_BYTES = 32;
    private static final int LEAST_SECRET_BYTES = 32;

    private final SecretKey key;

    /** @throws IllegalArgumentException when the secret has fewer than 32 bytes */
    public ConsistencyTokens(byte[] secret) {
        if (secret.length < LEAST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "the secret of consistency tokens has at least " + LEAST_SECRET_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    public String sign(ConsistencyToken token) {
        UUID tenant = token.tenantId().value();
        byte[] content = ByteBuffer.allocate(CONTENT_BYTES)
                .put(FORMAT)
                .putLong(tenant.getMostSignificantBits())
                .putLong(tenant.getLeastSignificantBits())
                .putLong(token.position().value())
                .putInt(token.epoch())
                .array();
        byte[] all = Arrays.copyOf(content, CONTENT_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(content), 0, all, CONTENT_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** @throws InvalidConsistencyTokenException when the text is not a token signed with this secret */
    public ConsistencyToken verify(String text) {
        byte[] all = decode(text);
        byte[] content = Arrays.copyOf(all, CONTENT_BYTES);
        byte[] signature = Arrays.copyOfRange(all, CONTENT_BYTES, all.length);
        if (!MessageDigest.isEqual(signature, signature(content)) || content[0] != FORMAT) {
            throw new InvalidConsistencyTokenException("the consistency token was not issued here or was changed");
        }
        ByteBuffer fields = ByteBuffer.wrap(content, 1, CONTENT_BYTES - 1);
        TenantId tenantId = new TenantId(new UUID(fields.getLong(), fields.getLong()));
        return new ConsistencyToken(tenantId, new Position(fields.getLong()), fields.getInt());
    }

    private static byte[] decode(String text) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        // the last character holds unused bits: only the one canonical spelling of a token is accepted
        if (all.length != CONTENT_BYTES + SIGNATURE_BYTES
                || !Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text)) {
            throw malformed();
        }
        return all;
    }

    private static InvalidConsistencyTokenException malformed() {
        return new InvalidConsistencyTokenException(
                "send the consistency token exactly as the write or the earlier read returned it");
    }

    private byte[] signature(byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime offers no " + ALGORITHM, e);
        }
    }
}
