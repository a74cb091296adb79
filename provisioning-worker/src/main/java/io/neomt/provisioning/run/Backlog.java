package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Outcome.Finished;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * The tenants that this instance works on: one attempt at a time for each, several tenants side by side. A tenant leaves
 * only when it is done, however often that takes; it never holds up another. Nothing is lost with the process, since the
 * directory still has the tenant as it was.
 */
public final class Backlog implements AutoCloseable {

    private static final long STOP_SECONDS = 10;
    private static final Duration QUIET = Duration.ofMillis(200);

    private final BiFunction<TenantId, Instant, Outcome> attempt;
    private final Observer observer;
    private final InstantSource clock;
    private final int most;
    private final Semaphore sideBySide;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Map<TenantId, Entry> entries = new ConcurrentHashMap<>();
    private volatile Instant lastEnd = Instant.MIN;

    /**
     * @param attempt one attempt for one tenant
     * @param sideBySide the most tenants that are worked on at once
     * @param owner prefix of the names of threads
     */
    public Backlog(
            BiFunction<TenantId, Instant, Outcome> attempt,
            Observer observer,
            InstantSource clock,
            int sideBySide,
            String owner) {
        this.attempt = attempt;
        this.observer = observer;
        this.clock = clock;
        this.most = sideBySide;
        this.sideBySide = new Semaphore(sideBySide);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(owner + "-tenant-", 0).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-retry").factory());
    }

    /** Takes up a tenant; one that is on the list already stays as it is. */
    public void submit(TenantId tenant) {
        Entry entry = new Entry(tenant, clock.instant(), 0, Optional.empty());
        if (entries.putIfAbsent(tenant, entry) == null) {
            start(entry);
        }
    }

    /** Why the tenant is not done yet; empty when it is not on the list or at its first attempt. */
    public Optional<Unfinished> waiting(TenantId tenant) {
        return Optional.ofNullable(entries.get(tenant)).flatMap(Entry::last);
    }

    /** Whether no tenant is worked on, nor was a moment ago: the time for what can wait. */
    public boolean isQuiet() {
        return sideBySide.availablePermits() == most
                && clock.instant().minus(QUIET).isAfter(lastEnd);
    }

    public int size() {
        return entries.size();
    }

    private void start(Entry entry) {
        try {
            threads.execute(() -> work(entry));
        } catch (RejectedExecutionException e) {
            // closing; the next start finds the tenant in the directory
            entries.remove(entry.tenant());
        }
    }

    private void work(Entry entry) {
        switch (attempted(entry)) {
            case Finished finished -> finish(entry, finished);
            case Unfinished unfinished -> tryLater(entry, unfinished);
        }
    }

    private Outcome attempted(Entry entry) {
        sideBySide.acquireUninterruptibly();
        try {
            return attempt.apply(entry.tenant(), entry.since());
        } catch (RuntimeException e) {
            observer.failed(entry.tenant(), e);
            return new Interrupted("an attempt broke off; the log of the provisioning worker says why");
        } finally {
            lastEnd = clock.instant();
            sideBySide.release();
        }
    }

    private void finish(Entry entry, Finished outcome) {
        entries.remove(entry.tenant());
        observer.finished(entry.tenant(), outcome, Duration.between(entry.since(), clock.instant()));
    }

    private void tryLater(Entry entry, Unfinished outcome) {
        Entry next = entry.after(outcome);
        Duration wait = BackOff.after(outcome, next.attempts());
        TenantId tenant = entry.tenant();
        entries.put(tenant, next);
        observer.unfinished(tenant, outcome, next.attempts(), wait);
        try {
            ScheduledFuture<?> unused = timer.schedule(() -> start(next), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closing; the next start finds the tenant in the directory
            entries.remove(tenant);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
        try {
            threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Entry(TenantId tenant, Instant since, int attempts, Optional<Unfinished> last) {

        Entry after(Unfinished outcome) {
            return new Entry(tenant, since, attempts + 1, Optional.of(outcome));
        }
    }
}
