package io.neomt.query.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.freshness.CachedSets;
import io.neomt.query.freshness.Seen;
import io.neomt.view.cache.CorruptCacheValueException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Permission sets in Redis, read in one round trip. */
public final class RedisSets implements CachedSets {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSets.class);
    private static final Seen UNREACHABLE = new Seen.Unreachable();
    private static final Seen INCOMPLETE = new Seen.Incomplete();

    private final SetsScript script;
    private final Circuit circuit;

    /** @param pause how long Redis is left alone after it failed */
    public RedisSets(UnifiedJedis redis, Duration pause, LongSupplier nanos) {
        this.script = new SetsScript(redis);
        this.circuit = new Circuit(pause, nanos);
    }

    @Override
    public Seen read(TenantId tenant, Set<UserId> users, Position atLeast) {
        if (!circuit.permits()) {
            return UNREACHABLE;
        }
        List<UserId> order = List.copyOf(users);
        try {
            List<?> reply = script.run(tenant, order, atLeast);
            circuit.succeeded();
            return SetsReply.parse(reply, order, atLeast);
        } catch (JedisException e) {
            if (circuit.failed()) {
                LOG.warn("Redis gives no answer, permissions are read from PostgreSQL: {}", e.toString());
            }
            return UNREACHABLE;
        } catch (CorruptCacheValueException e) {
            LOG.error("tenant {}: a value in Redis is corrupt, permissions are read from PostgreSQL", tenant, e);
            return INCOMPLETE;
        }
    }
}
