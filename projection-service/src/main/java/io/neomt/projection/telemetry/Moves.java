package io.neomt.projection.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far the store's heads and the views' positions have moved between surveys. A head that moves while no position does
 * is what a frozen projection looks like, whatever else it says of itself.
 */
public final class Moves implements Consumer<Map<TenantId, Survey.Seen>> {

    private static final Now NOTHING = new Now(0, 0, 0);

    private final List<String> projections;
    private final Clock clock;
    private final Map<String, Now> now = new ConcurrentHashMap<>();
    private final Map<TenantId, Position> heads = new HashMap<>();
    /** For each projection; of tenants that went to another instance, too, since they may come back. */
    private final List<Map<TenantId, Position>> positions;

    private volatile @Nullable Instant lastSeen;

    /**
     * Since the process began.
     *
     * @param tenants that were seen last
     * @param headMoves positions by which the store's heads have moved
     * @param positionMoves positions by which the views have moved
     */
    public record Now(long tenants, long headMoves, long positionMoves) {}

    public Moves(List<String> projections, Clock clock) {
        this.projections = List.copyOf(projections);
        this.clock = clock;
        this.positions = projections.stream()
                .<Map<TenantId, Position>>map(_ -> new HashMap<>())
                .toList();
    }

    public void bind(MeterRegistry metrics) {
        for (String name : projections) {
            FunctionCounter.builder("projection.head.moves", this, moves -> moves.of(name).headMoves)
                    .tag("projection", name)
                    .register(metrics);
            FunctionCounter.builder("projection.position.moves", this, moves -> moves.of(name).positionMoves)
                    .tag("projection", name)
                    .register(metrics);
        }
    }

    public Now of(String projection) {
        return now.getOrDefault(projection, NOTHING);
    }

    /** When the tenants were last seen; null before the first time. */
    public @Nullable Instant lastSeen() {
        return lastSeen;
    }

    @Override
    public void accept(Map<TenantId, Survey.Seen> seen) {
        long headMoves = 0;
        for (Map.Entry<TenantId, Survey.Seen> each : seen.entrySet()) {
            headMoves += move(heads, each.getKey(), each.getValue().head());
        }
        for (int i = 0; i < projections.size(); i++) {
            Now last = of(projections.get(i));
            now.put(
                    projections.get(i),
                    new Now(seen.size(), last.headMoves + headMoves, last.positionMoves + positionMoves(seen, i)));
        }
        lastSeen = clock.instant();
    }

    private long positionMoves(Map<TenantId, Survey.Seen> seen, int index) {
        long moves = 0;
        for (Map.Entry<TenantId, Survey.Seen> each : seen.entrySet()) {
            List<@Nullable Position> known = each.getValue().known();
            @Nullable Position at = index < known.size() ? known.get(index) : null;
            moves += at == null ? 0 : move(positions.get(index), each.getKey(), at);
        }
        return moves;
    }

    private static long move(Map<TenantId, Position> places, TenantId tenant, Position to) {
        @Nullable Position from = places.put(tenant, to);
        return from == null ? 0 : Math.max(0, to.value() - from.value());
    }
}
