package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Wakes those who wait for a tenant's sets to reach a position. */
public final class Changes {

    private final ConcurrentHashMap<TenantId, Set<Expectation>> waiting = new ConcurrentHashMap<>();

    /** To be opened before the look that may fail, so that no change falls between the look and the wait. */
    public Expectation expect(TenantId tenant, Position needed) {
        Expectation expectation = new Expectation(tenant, needed);
        waiting.compute(tenant, (_, others) -> {
            Set<Expectation> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(expectation);
            return all;
        });
        return expectation;
    }

    /** The tenant's sets are now at this position. */
    public void reached(TenantId tenant, Position position) {
        for (Expectation expectation : waiting.getOrDefault(tenant, Set.of())) {
            if (position.isAtLeast(expectation.needed)) {
                expectation.fulfilled.countDown();
            }
        }
    }

    /** Changes may have been missed: everybody looks again. */
    public void missed() {
        waiting.values().forEach(all -> all.forEach(expectation -> expectation.fulfilled.countDown()));
    }

    /** One who waits. */
    public final class Expectation implements AutoCloseable {

        private final TenantId tenant;
        private final Position needed;
        private final CountDownLatch fulfilled = new CountDownLatch(1);

        private Expectation(TenantId tenant, Position needed) {
            this.tenant = tenant;
            this.needed = needed;
        }

        /** Returns when the position was reached or the time has passed, whichever comes first. */
        boolean await(Duration atMost) throws InterruptedException {
            return fulfilled.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            waiting.computeIfPresent(tenant, (_, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }
}
