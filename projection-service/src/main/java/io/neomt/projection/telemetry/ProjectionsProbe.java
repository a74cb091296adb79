package io.neomt.projection.telemetry;

import io.neomt.commons.observability.HealthProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows in {@code /health} how far the views are behind, and how many tenants are parked. The service cannot do its work
 * when a projection is dead: it has stopped, nobody looks after it, or it stands behind the store without moving.
 */
public final class ProjectionsProbe implements HealthProbe {

    private final List<Watched> watched;
    private final Stopping stopping;
    private final BooleanSupplier listening;
    private final Duration deadAfter;

    /** @param listening whether events are taken from the topic */
    public ProjectionsProbe(List<Watched> watched, Stopping stopping, BooleanSupplier listening, Duration deadAfter) {
        this.watched = List.copyOf(watched);
        this.stopping = stopping;
        this.listening = listening;
        this.deadAfter = deadAfter;
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
        if (!listening.getAsBoolean()) {
            throw new IllegalStateException("nothing is taken from the topic");
        }
        Map<String, Object> details = new LinkedHashMap<>();
        for (Watched each : watched) {
            require(each.moves().age(), "the tenants were not looked at");
            for (String name : each.engine().projections()) {
                require(each.moves().stuckFor(name), name + " has not moved");
                details.put(name + "_parked_tenants", Lag.parked(each.engine(), name));
                details.put(name + "_lag_events", each.lag().of(name).events());
                details.put(name + "_lag_seconds", each.lag().of(name).seconds());
                details.put(name + "_head_moves", each.moves().of(name).headMoves());
                details.put(name + "_position_moves", each.moves().of(name).positionMoves());
            }
        }
        return details;
    }

    private void require(Duration silence, String what) {
        if (silence.compareTo(deadAfter) > 0) {
            throw new IllegalStateException(what + " for " + silence.toSeconds() + " s");
        }
    }
}
