package io.neomt.provisioning.run;

import io.neomt.provisioning.run.Operations.Claim;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Keeps the operations that this instance works on its own, however long a step takes: each is renewed in good time. */
public final class Leases implements AutoCloseable {

    private static final int RENEWALS_IN_A_LEASE = 3;

    private final Operations operations;
    private final long nanos;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService timer;
    private final ExecutorService threads;

    /**
     * @param length of a lease, as the operations give it
     * @param owner prefix of the names of threads
     */
    public Leases(Operations operations, Duration length, LongSupplier nanoTime, String owner) {
        this.operations = operations;
        this.nanos = length.toNanos();
        this.nanoTime = nanoTime;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-lease").factory());
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(owner + "-renewal-", 0).factory());
    }

    /** @param since before the claim was made */
    Lease keep(Claim claim, long since) {
        Lease lease = new Lease(operations, claim, nanos, since, nanoTime);
        long pause = nanos / RENEWALS_IN_A_LEASE;
        lease.renewedBy(
                timer.scheduleAtFixedRate(() -> threads.execute(lease::renew), pause, pause, TimeUnit.NANOSECONDS));
        return lease;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdown();
    }
}
