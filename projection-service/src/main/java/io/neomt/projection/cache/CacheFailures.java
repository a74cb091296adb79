package io.neomt.projection.cache;

import io.neomt.projection.kernel.Failure;
import io.neomt.view.cache.CorruptCacheValueException;
import java.util.Optional;
import redis.clients.jedis.exceptions.JedisException;

/** What failures of Redis mean: whatever Redis cannot do now it may do later, and it never holds the only copy. */
public final class CacheFailures {

    private CacheFailures() {}

    /** Empty for a failure of something else. */
    public static Optional<Failure> classify(Throwable thrown) {
        return thrown instanceof JedisException || thrown instanceof CorruptCacheValueException
                ? Optional.of(new Failure.Retry())
                : Optional.empty();
    }
}
