package io.neomt.migration.trigger;

import io.neomt.migration.trigger.Cause.Connection;
import io.neomt.migration.trigger.Cause.Region;
import io.neomt.migration.trigger.Cause.Started;
import io.neomt.migration.trigger.Cause.Tenants;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Begins runs for what happens. Whoever tells of it never waits. Tenants of which is told shortly after one another go into
 * one run: making a thousand makes neither a thousand runs nor a thousand questions.
 */
public final class Triggers implements AutoCloseable {

    private final Ports ports;
    private final Pace pace;
    private final ScheduledExecutorService timer;
    private final Set<UUID> changed = new LinkedHashSet<>();

    /** What is needed for it. */
    public interface Ports {

        /** Those of these tenants whose schemas are behind and can be migrated, by slug. */
        List<String> behind(Set<UUID> tenants);

        /** Begins what is needed, and says to whom it concerns when another run is in the way. */
        void begin(Cause cause);

        /** It could not be begun now; it is tried again. */
        void failed(Cause cause, RuntimeException failure);
    }

    /**
     * How soon something is done.
     *
     * @param gather how long a change of a tenant waits for others
     * @param again after which time what has failed is tried again
     */
    public record Pace(Duration gather, Duration again) {

        public static final Pace USUAL = new Pace(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    public Triggers(Ports ports, Pace pace, String owner) {
        this.ports = ports;
        this.pace = pace;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-triggers").factory());
    }

    public void started() {
        begin(new Started());
    }

    public void connection(String name) {
        begin(new Connection(name));
    }

    public void region(String code) {
        begin(new Region(code));
    }

    /** In what way a tenant has changed is looked up later. */
    public void tenant(UUID id) {
        synchronized (changed) {
            if (changed.add(id) && changed.size() == 1) {
                later(this::tenants, pace.gather());
            }
        }
    }

    private void tenants() {
        Set<UUID> some = drained();
        try {
            List<String> behind = ports.behind(some);
            if (!behind.isEmpty()) {
                attempt(new Tenants(behind));
            }
        } catch (RuntimeException e) {
            ports.failed(new Tenants(List.of()), e);
            later(() -> some.forEach(this::tenant), pace.again());
        }
    }

    private Set<UUID> drained() {
        synchronized (changed) {
            Set<UUID> some = new LinkedHashSet<>(changed);
            changed.clear();
            return some;
        }
    }

    /** Also from a timetable. */
    public void begin(Cause cause) {
        later(() -> attempt(cause), Duration.ZERO);
    }

    private void attempt(Cause cause) {
        try {
            ports.begin(cause);
        } catch (RuntimeException e) {
            ports.failed(cause, e);
            later(() -> attempt(cause), pace.again());
        }
    }

    private void later(Runnable work, Duration delay) {
        try {
            ScheduledFuture<?> unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // it is closed, and whoever starts next looks at everything
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
