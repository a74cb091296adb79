package io.neomt.provisioning.cache;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Caches;
import io.neomt.provisioning.run.StepFailedException;
import io.neomt.view.cache.CacheKeys;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Keys are found by what each key of a tenant starts with, so that none is missed, whatever wrote it. */
public final class RedisCaches implements Caches {

    private static final int AT_ONCE = 1_000;

    private final UnifiedJedis redis;

    public RedisCaches(UnifiedJedis redis) {
        this.redis = redis;
    }

    @Override
    public long clear(TenantId tenant) {
        try {
            return clear(new ScanParams().match(CacheKeys.tenant(tenant) + "*").count(AT_ONCE));
        } catch (JedisException e) {
            throw new StepFailedException("Redis does not answer: " + e.getMessage(), true, e);
        }
    }

    private long clear(ScanParams ofTenant) {
        long removed = 0;
        String cursor = ScanParams.SCAN_POINTER_START;
        do {
            ScanResult<String> page = redis.scan(cursor, ofTenant);
            if (!page.getResult().isEmpty()) {
                removed += redis.unlink(page.getResult().toArray(String[]::new));
            }
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        return removed;
    }
}
