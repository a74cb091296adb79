package io.neomt.query.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Seen;
import io.neomt.view.cache.CorruptCacheValueException;
import java.time.Duration;
import java.util.List;
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
    public Seen read(TenantId tenant, Needs needs, Position atLeast, Extent extent) {
        if (!circuit.permits()) {
            return UNREACHABLE;
        }
        try {
            List<?> reply = script.run(tenant, needs, atLeast, extent);
            circuit.succeeded();
            return SetsReply.parse(reply, needs, atLeast);
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
