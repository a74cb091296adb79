package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import org.jspecify.annotations.Nullable;

/** What is known of one projection of one tenant. Changed only by whoever runs the tenant's lane; read by anyone. */
final class Track {

    final Projection projection;
    private volatile @Nullable Position position;
    private volatile TrackStatus.State state = TrackStatus.State.RUNNING;
    /** Kept while it is tried again, until the view has moved on. */
    private volatile @Nullable Parked parked;

    private int failures;

    Track(Projection projection) {
        this.projection = projection;
    }

    @Nullable
    Position position() {
        return position;
    }

    boolean isRunning() {
        return state == TrackStatus.State.RUNNING;
    }

    /** The view was looked at. */
    void found(Position at) {
        position = at;
    }

    /** The view moved: whatever failed before has passed. */
    void moved(Position to) {
        position = to;
        failures = 0;
    }

    /** Somebody else may have moved the view. */
    void forget() {
        position = null;
    }

    /** @return how many times it failed in a row */
    int failed() {
        state = TrackStatus.State.WAITING;
        position = null;
        failures++;
        return failures;
    }

    void park(Parked why) {
        parked = why;
        state = TrackStatus.State.PARKED;
    }

    boolean isParked() {
        return state == TrackStatus.State.PARKED;
    }

    void tryAgain(Parked why) {
        parked = why;
        state = TrackStatus.State.RUNNING;
        position = null;
    }

    @Nullable
    Parked parked() {
        return parked;
    }

    /** Whether the view is beyond what it was parked at: somebody else has brought it there. */
    boolean isPast() {
        @Nullable Parked was = parked;
        @Nullable Position at = position;
        return was != null && at != null && was.isBehind(at);
    }

    /** @return what it was parked at, once */
    @Nullable
    Parked free() {
        @Nullable Parked was = parked;
        parked = null;
        if (isParked()) {
            state = TrackStatus.State.RUNNING;
        }
        return was;
    }

    void resume() {
        if (state == TrackStatus.State.WAITING) {
            state = TrackStatus.State.RUNNING;
        }
    }

    TrackStatus status(TenantId tenant) {
        return new TrackStatus(tenant, projection.name(), position, state, parked);
    }
}
