package io.neomt.migration.config;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.run.Claim;
import io.neomt.migration.run.RunObserver;
import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.Runs.Wave;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts what becomes of schemas. Every counter is there from the beginning, so that its first rise is seen. */
final class RunMetrics implements RunObserver {

    private final Map<Level, Counted> levels = new EnumMap<>(Level.class);

    private record Counted(Counter migrated, Counter failed, Counter retried, Timer duration) {}

    RunMetrics(MeterRegistry metrics) {
        for (Level level : Level.values()) {
            levels.put(
                    level,
                    new Counted(
                            counter(metrics, level, "migrated"),
                            counter(metrics, level, "failed"),
                            counter(metrics, level, "retried"),
                            Timer.builder("migration.duration")
                                    .description("of a schema, all attempts together")
                                    .tag("level", level.text())
                                    .register(metrics)));
        }
    }

    private static Counter counter(MeterRegistry metrics, Level level, String result) {
        return Counter.builder("migration.results")
                .description("schemas by what became of them in a run")
                .tag("level", level.text())
                .tag("result", result)
                .register(metrics);
    }

    private Counted of(Result result) {
        return Objects.requireNonNull(levels.get(result.target().target().level()));
    }

    @Override
    public void migrated(Claim claim, List<Result> results) {
        for (Result result : results) {
            Counted counted = of(result);
            (result.error() == null ? counted.migrated() : counted.failed()).increment();
            counted.duration().record(result.millis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void retried(Claim claim, Result attempt) {
        of(attempt).retried().increment();
    }

    @Override
    public void begun(Claim claim) {}

    @Override
    public void wave(Claim claim, Wave wave) {}

    @Override
    public void stopped(Claim claim, String reason) {}

    @Override
    public void left(Claim claim) {}

    @Override
    public void done(Claim claim) {}
}
