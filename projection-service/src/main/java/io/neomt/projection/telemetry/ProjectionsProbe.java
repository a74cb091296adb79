package io.neomt.projection.telemetry;

import io.neomt.commons.observability.HealthProbe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows in {@code /health} how far the views are behind, and how many tenants are parked. */
public final class ProjectionsProbe implements HealthProbe {

    private final List<Watched> watched;
    private final Stopping stopping;

    public ProjectionsProbe(List<Watched> watched, Stopping stopping) {
        this.watched = List.copyOf(watched);
        this.stopping = stopping;
    }

    @Override
    public String name() {
        return "projections";
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Map<String, Object> check() {
        @Nullable Throwable cause = stopping.cause();
        if (cause != null) {
            throw new IllegalStateException("the projections have stopped: " + cause);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "parked_tenants",
                watched.stream().mapToLong(each -> Lag.parked(each.engine())).sum());
        for (Watched each : watched) {
            for (String name : each.engine().projections()) {
                details.put(name + "_lag_events", each.lag().of(name).events());
                details.put(name + "_lag_seconds", each.lag().of(name).seconds());
            }
        }
        return details;
    }
}
