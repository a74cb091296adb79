package io.neomt.command.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Changes;
import io.neomt.command.model.Versioned;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates and holders of names that were read or written before. What is known of a tenant is valid as long as the
 * tenant's locked head stands where it stood then; a head that moved elsewhere makes all of it unreachable at once.
 * Entries are used and changed only by those who hold a lock of the head.
 */
final class StateCache {

    private static final int MOST_ENTRIES = 200_000;
    private static final int MOST_TENANTS = 50_000;

    private final Cache<Key, Object> entries = cache(MOST_ENTRIES);
    private final Cache<TenantId, Frame> frames = cache(MOST_TENANTS);
    private final AtomicLong generations = new AtomicLong();

    private static <K, V> Cache<K, V> cache(int size) {
        return Caffeine.newBuilder().maximumSize(size).build();
    }

    /** What is known of the tenant at exactly this position. */
    Frame at(TenantId tenant, Position head) {
        return frames.asMap()
                .compute(tenant, (id, frame) -> frame != null && frame.position.equals(head) ? frame : new Frame(head));
    }

    /** Forgets a tenant, after a transaction of which nobody knows how it ended. */
    void forget(TenantId tenant) {
        frames.invalidate(tenant);
    }

    private record Key(long generation, Object what) {}

    /** Who holds a name, if anybody does. */
    record Holder(Optional<Subject> subject) {}

    /** Who refers to somebody. */
    private record References(Set<Subject> sources) {}

    /** One tenant at one position. */
    final class Frame {

        private final long generation = generations.incrementAndGet();
        private volatile Position position;

        private Frame(Position position) {
            this.position = position;
        }

        @Nullable
        Versioned aggregate(Subject subject) {
            return (Versioned) entries.getIfPresent(new Key(generation, subject));
        }

        void remember(Subject subject, Versioned versioned) {
            entries.put(new Key(generation, subject), versioned);
        }

        @Nullable
        Holder holder(Name name) {
            return (Holder) entries.getIfPresent(new Key(generation, name));
        }

        void remember(Name name, Optional<Subject> holder) {
            entries.put(new Key(generation, name), new Holder(holder));
        }

        @Nullable
        Set<Subject> referring(Reference reference) {
            References known = (References) entries.getIfPresent(new Key(generation, reference));
            return known == null ? null : known.sources();
        }

        void remember(Reference reference, Set<Subject> sources) {
            entries.put(new Key(generation, reference), new References(Ordered.set(sources)));
        }

        /** The holder of the head's lock has committed: what it changed is so from now on. */
        void advance(Position head, Changes changes) {
            changes.aggregates().forEach(this::remember);
            changes.names().forEach(change -> remember(change.name(), change.after()));
            changes.references().forEach(change -> entries.invalidate(new Key(generation, change.reference())));
            position = head;
        }
    }
}
