package io.neomt.migration.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.RunState;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.SchemaReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many schemas are at the version that they have to be at, and which runs are open, read again and again. */
final class FleetMetrics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FleetMetrics.class);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final List<String> STATES = List.of("up_to_date", "behind", "failed");

    private final SchemaReader schemas;
    private final RunReader runs;
    private final Supplier<Map<Level, SchemaVersion>> required;
    private final MultiGauge schemaGauge;
    private final MultiGauge runGauge;
    private final ScheduledExecutorService timer;
    private volatile long readAt = System.nanoTime();

    /** @param required the version that each level has to be at */
    FleetMetrics(
            SchemaReader schemas,
            RunReader runs,
            Supplier<Map<Level, SchemaVersion>> required,
            MeterRegistry metrics,
            String owner) {
        this.schemas = schemas;
        this.runs = runs;
        this.required = required;
        this.schemaGauge = MultiGauge.builder("migration.schemas")
                .description("schemas by level and by whether they are at the required version")
                .register(metrics);
        this.runGauge = MultiGauge.builder("migration.runs")
                .description("runs that hold schemas")
                .register(metrics);
        Gauge.builder("migration.status.age", () -> (System.nanoTime() - readAt) / 1e9)
                .description("since the state of the fleet was read")
                .baseUnit("seconds")
                .register(metrics);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-fleet-metrics").factory());
    }

    void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::read, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void read() {
        try {
            schemaGauge.register(schemaRows(), true);
            runGauge.register(runRows(), true);
            readAt = System.nanoTime();
        } catch (RuntimeException e) {
            // what was read before stays, and its age tells
            LOG.debug("the state of the fleet could not be read", e);
        }
    }

    private List<MultiGauge.Row<?>> schemaRows() {
        List<SchemaReader.Count> counts = schemas.counts(required.get());
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (Level level : Level.values()) {
            for (String state : STATES) {
                long found = counts.stream()
                        .filter(count -> count.level() == level && count.state().equals(state))
                        .mapToLong(SchemaReader.Count::schemas)
                        .sum();
                rows.add(MultiGauge.Row.of(Tags.of("level", level.text(), "state", state), found));
            }
        }
        return rows;
    }

    private List<MultiGauge.Row<?>> runRows() {
        List<RunReader.Run> open = runs.open();
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        for (RunState state : RunState.values()) {
            if (state.open()) {
                long found = open.stream()
                        .filter(run -> run.state().equals(state.text()))
                        .count();
                rows.add(MultiGauge.Row.of(Tags.of("state", state.text()), found));
            }
        }
        return rows;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
