package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's queue: one thread at a time works on it; whoever comes meanwhile leaves its events and goes on, so that a
 * slow tenant holds up no other. When too much is left, the events are dropped and only how far they went is kept: they
 * are in the store.
 */
final class Lane {

    private static final int MOST_WAITING = 5_000;

    final TenantId tenant;
    final List<Track> tracks;
    /** Nothing may be left of the tenant; known only to whoever runs the lane. */
    boolean purged;

    private final List<EventEnvelope> waiting = new ArrayList<>();
    private final List<Work.Parking> parkings = new ArrayList<>();
    private Position upTo = Position.NONE;
    private boolean recheck;
    private boolean retry;
    private boolean open;
    private boolean running;

    Lane(TenantId tenant, List<Projection> projections) {
        this.tenant = tenant;
        this.tracks = projections.stream().map(Track::new).toList();
    }

    synchronized void offer(Work work) {
        if (waiting.size() + work.events().size() > MOST_WAITING) {
            waiting.clear();
        } else {
            waiting.addAll(work.events());
        }
        upTo = upTo.isAtLeast(work.upTo()) ? upTo : work.upTo();
        recheck |= work.recheck();
        retry |= work.retry();
        parkings.addAll(work.parkings());
        open = true;
    }

    /** Makes the caller the one that works on the lane, unless there already is one or there is nothing to do. */
    synchronized boolean begin() {
        if (running || !open) {
            return false;
        }
        running = true;
        return true;
    }

    /** All that has come in, or null when there is nothing: then the caller's turn is over. */
    synchronized @Nullable Work take() {
        if (!open) {
            running = false;
            return null;
        }
        waiting.sort(Comparator.comparing(EventEnvelope::position));
        Work work = new Work(waiting, upTo, recheck, retry, parkings);
        waiting.clear();
        parkings.clear();
        upTo = Position.NONE;
        recheck = false;
        retry = false;
        open = false;
        return work;
    }

    /** The caller gives up its turn; what is left stays for the next one. */
    synchronized void abandon() {
        running = false;
    }
}
