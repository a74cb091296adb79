package io.neomt.query.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.neomt.permission.Decision;
import io.neomt.query.check.CheckRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Counts the answers to checks by tenant, permission and result, and times requests for them. */
public final class CheckMeter {

    /** Callers choose the permissions: from here on further ones share a series, lest they fill the memory. */
    private static final int MOST_SERIES = 10_000;

    private static final String OTHER = "other";

    /** @param asked the code or action that was asked for */
    private record Series(String tenant, Object asked, boolean allowed) {}

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

    /** @param decisions on the requests, in their order */
    public void count(String tenant, List<CheckRequest> requests, List<Decision> decisions) {
        for (int i = 0; i < requests.size(); i++) {
            count(tenant, requests.get(i), decisions.get(i));
        }
    }

    public void count(String tenant, CheckRequest request, Decision decision) {
        Series series = new Series(tenant, request.asked(), decision.allowed());
        Counter counter = counters.get(series);
        (counter != null ? counter : counter(series)).increment();
    }

    private Counter counter(Series series) {
        Series kept = counters.size() < MOST_SERIES ? series : new Series(OTHER, OTHER, series.allowed());
        return counters.computeIfAbsent(kept, this::register);
    }

    private Counter register(Series series) {
        return Counter.builder("permission_checks_total")
                .description("Answered permission checks")
                .tag("tenant", series.tenant())
                .tag("permission", series.asked().toString())
                .tag("result", series.allowed() ? "allowed" : "denied")
                .register(registry);
    }
}
