package io.neomt.projection.catchup;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.cache.SetCache;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.store.StoredEvents;
import io.neomt.view.cache.CacheMarker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees each tenant's views as the engine believes them to be, then as Redis has them, then the store's head: in this
 * order, so that none of the later ones can rightly be before an earlier one.
 */
public final class Look implements Supplier<Map<TenantId, Survey.Seen>> {

    private final StoredEvents events;
    private final SetCache cache;
    private final TenantEngine engine;
    private final Predicate<TenantId> owned;
    private final Consumer<Map<TenantId, Survey.Seen>> onSeen;

    /** @param onSeen is told what each look shows */
    public Look(
            StoredEvents events,
            SetCache cache,
            TenantEngine engine,
            Predicate<TenantId> owned,
            Consumer<Map<TenantId, Survey.Seen>> onSeen) {
        this.events = events;
        this.cache = cache;
        this.engine = engine;
        this.owned = owned;
        this.onSeen = onSeen;
    }

    @Override
    public Map<TenantId, Survey.Seen> get() {
        Map<TenantId, List<@Nullable Position>> known = known();
        Map<TenantId, CacheMarker> markers = cache.markers(known.keySet());
        Map<TenantId, Survey.Seen> seen = new HashMap<>();
        events.heads().forEach((tenant, head) -> {
            if (owned.test(tenant) && !head.equals(Position.NONE)) {
                seen.put(tenant, seen(head, known.getOrDefault(tenant, List.of()), markers.get(tenant)));
            }
        });
        onSeen.accept(seen);
        return seen;
    }

    private static Survey.Seen seen(Position head, List<@Nullable Position> known, @Nullable CacheMarker marker) {
        return new Survey.Seen(head, known, marker == null || !marker.complete() ? null : marker.position());
    }

    private Map<TenantId, List<@Nullable Position>> known() {
        Map<TenantId, List<@Nullable Position>> known = new HashMap<>();
        engine.statuses().filter(status -> owned.test(status.tenant())).forEach(status -> known.computeIfAbsent(
                        status.tenant(), _ -> new ArrayList<>())
                .add(position(status)));
        return known;
    }

    private static @Nullable Position position(TrackStatus status) {
        return status.position();
    }
}
