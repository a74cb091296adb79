package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.NavigableSet;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares the views of one tenant after the other with what the log says, all the time, and has those made anew that
 * differ. Nothing should ever differ: each time is an error that somebody has to look for.
 */
public final class Reconciler implements AutoCloseable {

    private final Supplier<? extends Iterable<TenantId>> tenants;
    private final SequencedMap<String, Blueprint> blueprints;
    private final BiConsumer<String, TenantId> repair;
    private final Findings findings;
    private final Duration interval;
    private final ScheduledExecutorService clock;
    private @Nullable TenantId last;
    private volatile boolean closed;

    /** Is told what comes of it. */
    public interface Findings {

        /** @param fields how many differ */
        void checked(String view, TenantId tenant, long fields);

        void unchecked(String view, TenantId tenant, RuntimeException cause);
    }

    /**
     * @param tenants that this process looks after
     * @param repair has a tenant's view made anew
     */
    public Reconciler(
            Supplier<? extends Iterable<TenantId>> tenants,
            Recipes recipes,
            BiConsumer<String, TenantId> repair,
            Findings findings,
            Duration interval,
            String owner) {
        this.tenants = tenants;
        this.blueprints = recipes.usual();
        this.repair = repair;
        this.findings = findings;
        this.interval = interval;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-reconciler").factory());
    }

    public void start() {
        ScheduledFuture<?> _ = clock.scheduleWithFixedDelay(
                this::next, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void next() {
        NavigableSet<TenantId> all = new TreeSet<>();
        try {
            tenants.get().forEach(all::add);
        } catch (RuntimeException e) {
            // the next time comes by itself
            return;
        }
        if (!all.isEmpty()) {
            @Nullable TenantId before = last;
            TenantId tenant = all.stream()
                    .filter(each -> before == null || each.compareTo(before) > 0)
                    .findFirst()
                    .orElseGet(all::first);
            last = tenant;
            check(tenant);
        }
    }

    /** Where rows differ, the sets are made anew with them. */
    private void check(TenantId tenant) {
        for (var each : blueprints.entrySet()) {
            if (differs(each.getKey(), each.getValue(), tenant)) {
                return;
            }
        }
    }

    private boolean differs(String view, Blueprint blueprint, TenantId tenant) {
        Count count = new Count();
        try {
            blueprint.check(tenant, count);
            findings.checked(view, tenant, count.fields);
            if (count.fields > 0) {
                repair.accept(view, tenant);
            }
        } catch (RuntimeException e) {
            findings.unchecked(view, tenant, e);
        }
        return count.fields > 0;
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
    }

    private final class Count implements Observer {

        private long fields;

        @Override
        public void differs(Difference difference) {
            fields++;
        }

        @Override
        public void goOn() {
            if (closed) {
                throw new StoppedException("the service is stopping");
            }
        }
    }
}
