package io.neomt.commons.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;

/** Remembers verified tokens until they expire, by their hash, so that memory holds no token that could be replayed. */
final class Authenticator {

    private static final int MOST_TOKENS = 100_000;

    private final TokenVerifier verifier;
    private final Revocations revocations;
    private final InstantSource clock;
    private final Cache<ByteBuffer, VerifiedToken> verified =
            Caffeine.newBuilder().maximumSize(MOST_TOKENS).build();

    Authenticator(TokenVerifier verifier, Revocations revocations, InstantSource clock) {
        this.verifier = verifier;
        this.revocations = revocations;
        this.clock = clock;
    }

    /**
     * @throws UnauthenticatedException when the token is not to be believed
     * @throws KeysUnavailableException when that cannot be told now
     * @throws SessionsUnavailableException when it cannot be told whether the token's session was ended
     */
    VerifiedToken authenticate(String token) throws UnauthenticatedException {
        VerifiedToken verified = verified(token);
        Session session = verified.session();
        if (session != null) {
            switch (revocations.of(session)) {
                case GOOD -> {}
                case REVOKED -> throw new UnauthenticatedException("the token's session was ended");
                case UNKNOWN -> throw new SessionsUnavailableException();
            }
        }
        return verified;
    }

    private VerifiedToken verified(String token) throws UnauthenticatedException {
        ByteBuffer hash = hash(token);
        VerifiedToken known = verified.getIfPresent(hash);
        if (known != null && clock.instant().isBefore(known.goodUntil())) {
            return known;
        }
        VerifiedToken fresh = verifier.verify(token);
        verified.put(hash, fresh);
        return fresh;
    }

    private static ByteBuffer hash(String token) {
        try {
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime offers no SHA-256", e);
        }
    }
}
