package io.neomt.view;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the passwords in {@code admin.database_connections}: AES-256-GCM, the nonce of 12 bytes in front. The
 * connection's id is the associated data, so that a password copied to another row does not open. New passwords are
 * encrypted with the current key; former keys still open what they encrypted, until that is encrypted anew.
 */
public final class ConnectionCipher {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private final String keyId;
    private final Map<String, SecretKey> keys = new HashMap<>();

    /**
     * @param keyId stored in {@code encryption_key_id} beside what this key encrypted
     * @param base64Key 32 bytes
     * @throws IllegalArgumentException when the key is not base64 or not 32 bytes long
     */
    public ConnectionCipher(String keyId, String base64Key) {
        this(keyId, base64Key, Map.of());
    }

    /**
     * @param keyId of the current key
     * @param base64Key the current key, 32 bytes
     * @param formerKeys by their ids, as far as anything is still encrypted with them
     * @throws IllegalArgumentException when a key is not base64 or not 32 bytes long
     */
    public ConnectionCipher(String keyId, String base64Key, Map<String, String> formerKeys) {
        this.keyId = keyId;
        formerKeys.forEach((id, former) -> keys.put(id, key(former)));
        keys.put(keyId, key(base64Key));
    }

    private static SecretKey key(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a connection key has " + KEY_BYTES + " bytes in base64, this one has " + bytes.length);
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Of the key that encrypts. */
    public String keyId() {
        return keyId;
    }

    public byte[] encrypt(UUID connectionId, String password) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            // without parameters the provider draws a fresh random nonce
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(keyId));
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

    /** What the current key encrypted. */
    public String decrypt(UUID connectionId, byte[] encrypted) {
        return decrypt(connectionId, keyId, encrypted);
    }

    /**
     * @param encryptedWith the id that is stored beside the bytes
     * @throws IllegalArgumentException when the key is not known here, or key, connection id or bytes are not those of the
     *     encryption
     */
    public String decrypt(UUID connectionId, String encryptedWith, byte[] encrypted) {
        SecretKey key = keys.get(encryptedWith);
        if (key == null) {
            throw new IllegalArgumentException("password of connection " + connectionId + " is encrypted with key '"
                    + encryptedWith + "', which is not configured here");
        }
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
                    "password of connection " + connectionId + " does not open with key '" + encryptedWith + "'", e);
        }
    }

    /**
     * Tells texts apart without giving away what they say, not even to whoever can guess and try: another key, another digest.
     */
    public byte[] digest(String text) {
        SecretKey key = keys.get(keyId);
        byte[] own = mac(Objects.requireNonNull(key), "digest");
        return mac(new SecretKeySpec(own, MAC), text);
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime offers no HMAC-SHA256", e);
        }
    }

    private static byte[] associatedData(UUID connectionId) {
        return connectionId.toString().getBytes(StandardCharsets.UTF_8);
    }
}
