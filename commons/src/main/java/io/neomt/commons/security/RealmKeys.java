package io.neomt.commons.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one realm. Fetched when first needed, again when a token names an unknown one (at most once in a
 * second, whatever tokens arrive), and again when they are old; while the issuer is away the last ones stay good.
 */
final class RealmKeys {

    private static final Logger LOG = LoggerFactory.getLogger(RealmKeys.class);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(1);
    private static final Duration OLD = Duration.ofMinutes(10);

    private final String realm;
    private final KeyFetcher fetcher;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable JWKSet keys;
    private volatile Instant fetchedAt = Instant.MIN;
    private volatile Instant triedAt = Instant.MIN;
    private volatile @Nullable IOException failure;

    RealmKeys(String realm, KeyFetcher fetcher, InstantSource clock) {
        this.realm = realm;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** @throws KeysUnavailableException when no keys of the realm have ever been fetched and none can be now */
    Optional<JWK> find(String keyId) {
        if (isOlderThan(fetchedAt, OLD)) {
            refresh();
        }
        Optional<JWK> known = among(keys, keyId);
        if (known.isPresent()) {
            return known;
        }
        refresh();
        JWKSet newest = keys;
        if (newest == null) {
            throw new KeysUnavailableException(realm, failure);
        }
        return among(newest, keyId);
    }

    private void refresh() {
        fetching.lock();
        try {
            if (isOlderThan(triedAt, BETWEEN_FETCHES)) {
                triedAt = clock.instant();
                keys = fetcher.fetch(realm);
                fetchedAt = triedAt;
                failure = null;
            }
        } catch (IOException e) {
            failure = e;
            LOG.warn("keys of realm {} cannot be fetched; the last known ones stay in force", realm, e);
        } finally {
            fetching.unlock();
        }
    }

    private boolean isOlderThan(Instant time, Duration age) {
        return time.equals(Instant.MIN) || clock.instant().isAfter(time.plus(age));
    }

    private static Optional<JWK> among(@Nullable JWKSet keys, String keyId) {
        return Optional.ofNullable(keys).map(all -> all.getKeyByKeyId(keyId));
    }
}
