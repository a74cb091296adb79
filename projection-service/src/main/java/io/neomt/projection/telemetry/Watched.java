package io.neomt.projection.telemetry;

import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.kernel.TrackStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
        Set<TenantId> parked = in(TrackStatus.State.PARKED);
        Map<TenantId, Survey.Seen> going = new HashMap<>(seen);
        going.keySet().removeAll(parked);
        lag.accept(going);
        moves.accept(seen, excused(going, parked));
    }

    /** Where most tenants wait it is not them. */
    private Set<TenantId> excused(Map<TenantId, Survey.Seen> going, Set<TenantId> parked) {
        Set<TenantId> waiting = in(TrackStatus.State.WAITING);
        waiting.retainAll(going.keySet());
        Set<TenantId> excused = new HashSet<>(parked);
        if (2 * waiting.size() < going.size()) {
            excused.addAll(waiting);
        }
        return excused;
    }

    private Set<TenantId> in(TrackStatus.State state) {
        return engine.statuses()
                .filter(status -> status.state() == state)
                .map(TrackStatus::tenant)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
