package io.neomt.projection.catchup;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.store.Heads;
import io.neomt.view.cache.CacheMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees each tenant's views as the engine believes them to be, then as Redis has them, then the store's head: in this
 * order, so that none of the later ones can rightly be before an earlier one.
 */
public final class Look implements Supplier<Map<TenantId, Survey.Seen>> {

    private final Heads heads;
    private final Function<Set<TenantId>, Optional<Map<TenantId, CacheMarker>>> markersIfReachable;
    private final TenantEngine engine;
    private final Predicate<TenantId> owned;
    private final Consumer<Map<TenantId, Survey.Seen>> onSeen;

    /**
     * @param markersIfReachable what the last view says of itself; empty while it cannot be asked
     * @param onSeen is told what each look shows
     */
    public Look(
            Heads heads,
            Function<Set<TenantId>, Optional<Map<TenantId, CacheMarker>>> markersIfReachable,
            TenantEngine engine,
            Predicate<TenantId> owned,
            Consumer<Map<TenantId, Survey.Seen>> onSeen) {
        this.heads = heads;
        this.markersIfReachable = markersIfReachable;
        this.engine = engine;
        this.owned = owned;
        this.onSeen = onSeen;
    }

    @Override
    public Map<TenantId, Survey.Seen> get() {
        Map<TenantId, List<@Nullable Position>> known = known();
        Optional<Map<TenantId, CacheMarker>> markers = markersIfReachable.apply(known.keySet());
        Map<TenantId, Survey.Seen> seen = new HashMap<>();
        heads.all().forEach((tenant, head) -> {
            if (owned.test(tenant) && !head.position().equals(Position.NONE)) {
                List<@Nullable Position> places = known.getOrDefault(tenant, List.of());
                @Nullable Position believed = places.isEmpty() ? null : places.getLast();
                // while Redis cannot be asked, its sets are left where they are believed to be
                @Nullable
                Position actual = markers.isPresent() ? position(markers.get().get(tenant)) : believed;
                seen.put(tenant, new Survey.Seen(head.position(), places, actual, head.server()));
            }
        });
        onSeen.accept(seen);
        return seen;
    }

    private static @Nullable Position position(@Nullable CacheMarker marker) {
        return marker == null || !marker.complete() ? null : marker.position();
    }

    private Map<TenantId, List<@Nullable Position>> known() {
        Map<TenantId, List<@Nullable Position>> known = new HashMap<>();
        engine.statuses().filter(status -> owned.test(status.tenant())).forEach(status -> known.computeIfAbsent(
                        status.tenant(), _ -> new ArrayList<>())
                .add(status.position()));
        return known;
    }
}
