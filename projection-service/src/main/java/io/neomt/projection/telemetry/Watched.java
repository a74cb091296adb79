package io.neomt.projection.telemetry;

import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.kernel.TenantEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine with what the surveys show of its projections. Each engine of the process is one bean of this type. */
public record Watched(TenantEngine engine, Lag lag, Moves moves) implements Consumer<Map<TenantId, Survey.Seen>> {

    /** The engine that drives a projection. */
    public static Optional<TenantEngine> find(List<Watched> all, String projection) {
        return all.stream()
                .map(Watched::engine)
                .filter(engine -> engine.projections().contains(projection))
                .findFirst();
    }

    @Override
    public void accept(Map<TenantId, Survey.Seen> seen) {
        lag.accept(seen);
        moves.accept(seen);
    }
}
