package io.neomt.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the passwords in {@code admin.database_connections}: AES-256-GCM, the nonce of 12 bytes in front. The
 * connection's id is the associated data, so that a password copied to another row does not open.
 */
public final class ConnectionCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final String keyId;
    private final SecretKey key;

    /**
     * @param keyId stored in {@code encryption_key_id} beside what this key encrypted
     * @param base64Key 32 bytes
     * @throws IllegalArgumentException when the key is not base64 or not 32 bytes long
     */
    public ConnectionCipher(String keyId, String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a connection key has " + KEY_BYTES + " bytes in base64, this one has " + bytes.length);
        }
        this.keyId = keyId;
        this.key = new SecretKeySpec(bytes, "AES");
    }

    public String keyId() {
        return keyId;
    }

    public byte[] encrypt(UUID connectionId, String password) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            // without parameters the provider draws a fresh random nonce
            cipher.init(Cipher.ENCRYPT_MODE, key);
            cipher.updateAAD(associatedData(connectionId));
            byte[] sealed = cipher.doFinal(password.getBytes(StandardCharsets.UTF_8));
            byte[] nonce = cipher.getIV();
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime offers no AES-256-GCM", e);
        }
    }

    /** @throws IllegalArgumentException when key, connection id or bytes are not those of the encryption */
    public String decrypt(UUID connectionId, byte[] encrypted) {
        if (encrypted.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new IllegalArgumentException("password of connection " + connectionId + " is cut short");
        }
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, encrypted, 0, NONCE_BYTES));
            cipher.updateAAD(associatedData(connectionId));
            byte[] password = cipher.doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
            return new String(password, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "password of connection " + connectionId + " does not open with key '" + keyId + "'", e);
        }
    }

    private static byte[] associatedData(UUID connectionId) {
        return connectionId.toString().getBytes(StandardCharsets.UTF_8);
    }
}
