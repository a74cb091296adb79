package io.neomt.provisioning.run;

import io.neomt.provisioning.run.Operations.Claim;
import java.util.concurrent.ScheduledFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an operation is still this instance's. It is counted from before the directory was asked, by a clock that never
 * goes back, so that this instance holds it as lost no later than others may take it.
 */
final class Lease implements AutoCloseable {

    private final Operations operations;
    private final Claim claim;
    private final long nanos;
    private final LongSupplier nanoTime;
    private volatile long since;
    private volatile boolean lost;
    private volatile @Nullable RuntimeException failure;
    private boolean ended;
    private @Nullable ScheduledFuture<?> renewals;

    Lease(Operations operations, Claim claim, long nanos, long since, LongSupplier nanoTime) {
        this.operations = operations;
        this.claim = claim;
        this.nanos = nanos;
        this.since = since;
        this.nanoTime = nanoTime;
    }

    synchronized void renewedBy(ScheduledFuture<?> future) {
        renewals = future;
    }

    /** A directory that does not answer costs the lease only when that takes too long. */
    synchronized void renew() {
        long before = nanoTime.getAsLong();
        if (ended || lost) {
            return;
        }
        try {
            if (operations.renew(claim)) {
                since = before;
            } else {
                lost = true;
            }
            failure = null;
        } catch (RuntimeException e) {
            // it is tried again; should that go on, the lease ends by itself, and this tells why
            failure = e;
        }
    }

    /** @throws LeaseLostException when somebody else may work on the tenant */
    void check() {
        if (lost || nanoTime.getAsLong() - since > nanos) {
            throw new LeaseLostException(failure);
        }
    }

    /** Returns when no renewal is under way, and none comes any more. */
    @Override
    public synchronized void close() {
        ended = true;
        if (renewals != null) {
            renewals.cancel(false);
        }
    }
}
