package io.neomt.projection.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Instant begun;
    private final Map<String, Now> now = new ConcurrentHashMap<>();
    private final Map<TenantId, Position> heads = new HashMap<>();
    /** For each projection; of tenants that went to another instance, too, since they may come back. */
    private final List<Map<TenantId, Position>> positions;

    private final Map<String, Instant> stuckSince = new ConcurrentHashMap<>();
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
        this.begun = clock.instant();
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
            Gauge.builder("projection.stuck.seconds", () -> stuckFor(name).toMillis() / 1_000.0)
                    .tag("projection", name)
                    .register(metrics);
            Gauge.builder("projection.survey.age.seconds", () -> age().toMillis() / 1_000.0)
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

    /** For how long the projection has stood behind the store without moving; zero when it is not behind. */
    public Duration stuckFor(String projection) {
        @Nullable Instant since = stuckSince.get(projection);
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    /** How long ago the tenants were last seen, or this began. */
    public Duration age() {
        @Nullable Instant last = lastSeen;
        return Duration.between(last == null ? begun : last, clock.instant());
    }

    @Override
    public void accept(Map<TenantId, Survey.Seen> seen) {
        accept(seen, Set.of());
    }

    /** @param excused tenants that need not move: they are parked, or single ones that are tried again */
    void accept(Map<TenantId, Survey.Seen> seen, Set<TenantId> excused) {
        long headMoves = 0;
        for (Map.Entry<TenantId, Survey.Seen> each : seen.entrySet()) {
            headMoves += move(heads, each.getKey(), each.getValue().head());
        }
        for (int i = 0; i < projections.size(); i++) {
            String name = projections.get(i);
            Now last = of(name);
            long moves = positionMoves(seen, i);
            now.put(name, new Now(seen.size(), last.headMoves + headMoves, last.positionMoves + moves));
            if (moves > 0 || !isBehind(seen, excused, i)) {
                stuckSince.remove(name);
            } else {
                stuckSince.putIfAbsent(name, clock.instant());
            }
        }
        lastSeen = clock.instant();
    }

    /** A view that is nowhere yet may have no place, as in another region. */
    private static boolean isBehind(Map<TenantId, Survey.Seen> seen, Set<TenantId> excused, int index) {
        return seen.entrySet().stream()
                .filter(each -> !excused.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .anyMatch(each -> {
                    @Nullable Position at = at(each, index);
                    return at != null && !at.isAtLeast(each.head());
                });
    }

    private static @Nullable Position at(Survey.Seen seen, int index) {
        return index < seen.known().size() ? seen.known().get(index) : null;
    }

    private long positionMoves(Map<TenantId, Survey.Seen> seen, int index) {
        long moves = 0;
        for (Map.Entry<TenantId, Survey.Seen> each : seen.entrySet()) {
            @Nullable Position at = at(each.getValue(), index);
            moves += at == null ? 0 : move(positions.get(index), each.getKey(), at);
        }
        return moves;
    }

    private static long move(Map<TenantId, Position> places, TenantId tenant, Position to) {
        @Nullable Position from = places.put(tenant, to);
        return from == null ? 0 : Math.max(0, to.value() - from.value());
    }
}
