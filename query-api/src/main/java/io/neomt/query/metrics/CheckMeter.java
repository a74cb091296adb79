package io.neomt.query.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts the answers to checks by tenant, permission and result, and times requests for them. */
public final class CheckMeter {

    /** Callers choose the permissions: from here on further ones share a series, lest they fill the memory. */
    private static final int MOST_SERIES = 10_000;

    private static final String OTHER = "other";

    private record Series(String tenant, String permission, String result) {}

    private final MeterRegistry registry;
    private final Timer timer;
    private final ConcurrentHashMap<Series, Counter> counters = new ConcurrentHashMap<>();

    public CheckMeter(MeterRegistry registry) {
        this.registry = registry;
        this.timer = Timer.builder("permission_check_duration")
                .description("Time that requests for permission checks take inside the service")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(50_000))
                .maximumExpectedValue(Duration.ofSeconds(5))
                .register(registry);
    }

    public <T> T timed(Supplier<T> work) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return work.get();
        } finally {
            sample.stop(timer);
        }
    }

    public void count(String tenant, PermissionCode code, Decision decision) {
        Series series = new Series(tenant, code.toString(), decision.allowed() ? "allowed" : "denied");
        Counter counter = counters.get(series);
        (counter != null ? counter : counter(series)).increment();
    }

    private Counter counter(Series series) {
        Series kept = counters.size() < MOST_SERIES ? series : new Series(OTHER, OTHER, series.result());
        return counters.computeIfAbsent(kept, this::register);
    }

    private Counter register(Series series) {
        return Counter.builder("permission_checks_total")
                .description("Answered permission checks")
                .tag("tenant", series.tenant())
                .tag("permission", series.permission())
                .tag("result", series.result())
                .register(registry);
    }
}
