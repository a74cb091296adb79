package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.UnavailableException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One request's wait for one position: how long it has lasted, and the pause until the next look. */
final class Watch implements AutoCloseable {

    private final Changes changes;
    private final TenantId tenant;
    private final Position needed;
    private final LongSupplier nanos;
    private final long start;
    private Changes.Expectation expectation;

    Watch(Changes changes, TenantId tenant, Position needed, LongSupplier nanos) {
        this.changes = changes;
        this.tenant = tenant;
        this.needed = needed;
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.expectation = changes.expect(tenant, needed);
    }

    Duration waited() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    void pause(Duration atMost) {
        try {
            if (expectation.await(atMost)) {
                renew();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    UnavailableException.Reason.CONSISTENCY_UNAVAILABLE, "the wait for a newer state was ended", e);
        }
    }

    UnavailableException tooLate(Position position) {
        return new UnavailableException(
                UnavailableException.Reason.CONSISTENCY_UNAVAILABLE,
                "the state at hand is at position " + position + ", but position " + needed + " was asked for",
                null);
    }

    /** A fulfilled expectation would not pause any more, and one source may be at the position before another. */
    private void renew() {
        expectation.close();
        expectation = changes.expect(tenant, needed);
    }

    @Override
    public void close() {
        expectation.close();
    }
}
