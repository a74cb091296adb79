package io.neomt.projection.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.kernel.TrackStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far the views are behind the store: in events, and in seconds since the oldest event that is missing. */
public final class Lag implements Consumer<Map<TenantId, Survey.Seen>> {

    private final List<String> projections;
    private final Function<Map<TenantId, Position>, Optional<Instant>> oldest;
    private final Clock clock;
    private final Map<String, Now> now = new ConcurrentHashMap<>();

    /** What was last seen of one projection. */
    public record Now(long events, double seconds) {}

    /** @param oldest when the first of these events of tenants happened */
    public Lag(List<String> projections, Function<Map<TenantId, Position>, Optional<Instant>> oldest, Clock clock) {
        this.projections = List.copyOf(projections);
        this.oldest = oldest;
        this.clock = clock;
        this.projections.forEach(name -> now.put(name, new Now(0, 0)));
    }

    /** Offers it all as metrics, with the number of parked tenants. */
    public void bind(MeterRegistry metrics, Supplier<TenantEngine> engine) {
        for (String name : projections) {
            Gauge.builder("projection.lag.events", () -> of(name).events())
                    .tag("projection", name)
                    .register(metrics);
            Gauge.builder("projection.parked.tenants", () -> parked(engine.get(), name))
                    .tag("projection", name)
                    .register(metrics);
            Gauge.builder("projection.lag.seconds", () -> of(name).seconds())
                    .tag("projection", name)
                    .register(metrics);
        }
    }

    public Now of(String projection) {
        return now.getOrDefault(projection, new Now(0, 0));
    }

    static long parked(TenantEngine engine, String projection) {
        return engine.statuses()
                .filter(status -> status.projection().equals(projection))
                .filter(status -> status.state() == TrackStatus.State.PARKED)
                .count();
    }

    @Override
    public void accept(Map<TenantId, Survey.Seen> seen) {
        for (int i = 0; i < projections.size(); i++) {
            now.put(projections.get(i), measure(seen, i));
        }
    }

    private Now measure(Map<TenantId, Survey.Seen> seen, int index) {
        Map<TenantId, Position> missing = new HashMap<>();
        long events = 0;
        for (Map.Entry<TenantId, Survey.Seen> each : seen.entrySet()) {
            Position at = at(each.getValue(), index);
            long behind = each.getValue().head().value() - at.value();
            if (behind > 0) {
                events += behind;
                missing.put(each.getKey(), at.next());
            }
        }
        return new Now(
                events,
                missing.isEmpty() ? 0 : oldest.apply(missing).map(this::age).orElse(0.0));
    }

    private static Position at(Survey.Seen seen, int index) {
        @Nullable Position at = index < seen.known().size() ? seen.known().get(index) : null;
        return at == null ? Position.NONE : at;
    }

    private double age(Instant then) {
        return Math.max(0, Duration.between(then, clock.instant()).toMillis() / 1_000.0);
    }
}
