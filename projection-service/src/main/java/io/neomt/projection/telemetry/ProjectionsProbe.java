package io.neomt.projection.telemetry;

import io.neomt.commons.observability.HealthProbe;
import io.neomt.projection.kernel.TenantEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows in {@code /health} how far the views are behind, and how many tenants are parked. */
public final class ProjectionsProbe implements HealthProbe {

    private final TenantEngine engine;
    private final Lag lag;
    private final Stopping stopping;
    private final List<String> projections;

    public ProjectionsProbe(TenantEngine engine, Lag lag, Stopping stopping, List<String> projections) {
        this.engine = engine;
        this.lag = lag;
        this.stopping = stopping;
        this.projections = List.copyOf(projections);
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
        details.put("parked_tenants", Lag.parked(engine));
        for (String name : projections) {
            details.put(name + "_lag_events", lag.of(name).events());
            details.put(name + "_lag_seconds", lag.of(name).seconds());
        }
        return details;
    }
}
