package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Migrated;
import io.neomt.provisioning.run.Outcome.Unfinished;
import java.time.Duration;
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
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The tenants that are being provisioned or brought to a newer template: one attempt at a time for each, several tenants side by side. A tenant leaves
 * only when it is done, however often that takes; it never holds up another. Nothing is lost with the process, since the
 * directory still has the tenant as requested, or as behind.
 */
public final class Backlog implements AutoCloseable {

    private static final long STOP_SECONDS = 10;

    private final Function<ProvisionTenant, Outcome> attempt;
    private final Observer observer;
    private final LongSupplier nanoTime;
    private final Semaphore sideBySide;
    private final ExecutorService threads;
    private final ScheduledExecutorService timer;
    private final Map<TenantId, Entry> entries = new ConcurrentHashMap<>();

    /**
     * @param attempt one attempt for one tenant
     * @param sideBySide the most tenants that are worked on at once
     * @param owner prefix of the names of threads
     */
    public Backlog(
            Function<ProvisionTenant, Outcome> attempt,
            Observer observer,
            LongSupplier nanoTime,
            int sideBySide,
            String owner) {
        this.attempt = attempt;
        this.observer = observer;
        this.nanoTime = nanoTime;
        this.sideBySide = new Semaphore(sideBySide);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(owner + "-tenant-", 0).factory());
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-retry").factory());
    }

    /** Takes up a tenant; one that is on the list already stays as it is. */
    public void submit(ProvisionTenant command) {
        Entry entry = new Entry(command, nanoTime.getAsLong(), 0, Optional.empty());
        if (entries.putIfAbsent(command.tenantId(), entry) == null) {
            start(entry);
        }
    }

    /** Why the tenant is not done yet; empty when it is not on the list or at its first attempt. */
    public Optional<Unfinished> waiting(TenantId tenant) {
        return Optional.ofNullable(entries.get(tenant)).flatMap(Entry::last);
    }

    public int size() {
        return entries.size();
    }

    private void start(Entry entry) {
        try {
            threads.execute(() -> work(entry));
        } catch (RejectedExecutionException e) {
            // closing; the next start finds the tenant in the directory
            entries.remove(entry.command().tenantId());
        }
    }

    private void work(Entry entry) {
        switch (attempted(entry)) {
            case Done _ -> finish(entry);
            case Migrated _ -> {
                entries.remove(entry.command().tenantId());
                observer.migrated(entry.command().tenantId());
            }
            case Unfinished unfinished -> tryLater(entry, unfinished);
        }
    }

    private Outcome attempted(Entry entry) {
        sideBySide.acquireUninterruptibly();
        try {
            return attempt.apply(entry.command());
        } catch (RuntimeException e) {
            observer.failed(entry.command().tenantId(), e);
            return new Interrupted("an attempt broke off; the log of the provisioning worker says why");
        } finally {
            sideBySide.release();
        }
    }

    private void finish(Entry entry) {
        TenantId tenant = entry.command().tenantId();
        entries.remove(tenant);
        observer.done(tenant, Duration.ofNanos(nanoTime.getAsLong() - entry.since()));
    }

    private void tryLater(Entry entry, Unfinished outcome) {
        Entry next = entry.after(outcome);
        Duration wait = BackOff.after(outcome, next.attempts());
        TenantId tenant = entry.command().tenantId();
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

    private record Entry(ProvisionTenant command, long since, int attempts, Optional<Unfinished> last) {

        Entry after(Unfinished outcome) {
            return new Entry(command, since, attempts + 1, Optional.of(outcome));
        }
    }
}
