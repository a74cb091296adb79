package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import io.neomt.query.PermissionSets;
import io.neomt.query.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** Answers from the cache when that is new enough, else waits for it, else from the database, else not at all. */
public final class FreshPermissionSets implements PermissionSets {

    private final CachedSets cache;
    private final StoredSets store;
    private final Changes changes;
    private final Patience patience;
    private final LongSupplier nanos;

    /** @param nanos a clock that never goes back, in nanoseconds */
    public FreshPermissionSets(
            CachedSets cache, StoredSets store, Changes changes, Patience patience, LongSupplier nanos) {
        this.cache = cache;
        this.store = store;
        this.changes = changes;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    public At<Map<UserId, Standing>> of(TenantId tenant, Set<UserId> users, Position atLeast) {
        return cache.read(tenant, users, atLeast) instanceof Seen.Found(var sets)
                ? sets
                : insist(tenant, users, atLeast);
    }

    private At<Map<UserId, Standing>> insist(TenantId tenant, Set<UserId> users, Position needed) {
        try (Watch watch = new Watch(changes, tenant, needed, nanos)) {
            while (true) {
                Optional<At<Map<UserId, Standing>>> read = look(watch, tenant, users, needed);
                if (read.isPresent()) {
                    return read.get();
                }
            }
        }
    }

    /** One round: empty when it has waited and everything should be looked at again. */
    private Optional<At<Map<UserId, Standing>>> look(Watch watch, TenantId tenant, Set<UserId> users, Position needed) {
        Seen seen = cache.read(tenant, users, needed);
        if (seen instanceof Seen.Found(var sets)) {
            return Optional.of(sets);
        }
        if (Freshness.ofCache(seen, watch.waited(), patience) instanceof Verdict.Wait(var atMost)) {
            watch.pause(atMost);
            return Optional.empty();
        }
        return readThrough(watch, tenant, users, needed);
    }

    private Optional<At<Map<UserId, Standing>>> readThrough(
            Watch watch, TenantId tenant, Set<UserId> users, Position needed) {
        At<Map<UserId, Standing>> stored = store.read(tenant, users);
        return switch (Freshness.ofStore(stored.position(), needed, watch.waited(), patience)) {
            case Verdict.Satisfied _ -> Optional.of(stored);
            case Verdict.Wait(var atMost) -> {
                watch.pause(atMost);
                yield Optional.empty();
            }
            case Verdict.ReadThrough _, Verdict.Unavailable _ -> throw watch.tooLate(stored.position());
        };
    }
}
