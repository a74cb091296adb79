package io.neomt.commons.security;

import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signs manifests of exports with Ed25519. Thread-safe; never tells its secret. */
public final class SigningKey {

    /** Of a key's secret. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final KeyPair keys;

    /**
     * @param secret 32 random bytes: an Ed25519 private key as RFC 8032 has it
     * @throws IllegalArgumentException when there are not as many
     */
    public SigningKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("the secret of an Ed25519 key has " + BYTES + " bytes");
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // the platform makes the public key of a secret nowhere else
            generator.initialize(NamedParameterSpec.ED25519, new Given(secret.clone()));
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this runtime offers no Ed25519", e);
        }
    }

    /** In base64. */
    public String sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.getPrivate());
            signature.update(bytes);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of its own kind is refused", e);
        }
    }

    /** The public key as a PEM file. */
    public String publicPem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return BEGIN + "\n" + lines.encodeToString(keys.getPublic().getEncoded()) + "\n" + END + "\n";
    }

    /**
     * Whether somebody who has the key's secret signed just these bytes.
     *
     * @param pem a public key as a PEM file
     * @param signature in base64
     * @throws IllegalArgumentException when the key is none
     */
    public static boolean isSigned(String pem, byte[] bytes, String signature) {
        PublicKey key = publicKey(pem);
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(Base64.getDecoder().decode(signature.strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // no signature at all
            return false;
        }
    }

    private static PublicKey publicKey(String pem) {
        try {
            String base64 = pem.replace(BEGIN, "").replace(END, "").strip();
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key in PEM", e);
        }
    }

    /** Gives the secret where the generator of keys draws a random one. */
    private static final class Given extends SecureRandom {

        @Serial
        private static final long serialVersionUID = 1L;

        private final byte[] secret;

        Given(byte[] secret) {
            this.secret = secret;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(secret, 0, bytes, 0, Math.min(secret.length, bytes.length));
        }
    }
}
