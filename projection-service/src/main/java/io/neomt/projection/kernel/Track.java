package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import org.jspecify.annotations.Nullable;

/** What is known of one projection of one tenant. Changed only by whoever runs the tenant's lane; read by anyone. */
final class Track {

    final Projection projection;
    private volatile @Nullable Position position;
    private volatile TrackStatus.State state = TrackStatus.State.RUNNING;
    private volatile @Nullable String reason;
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

    void park(String why) {
        reason = why;
        state = TrackStatus.State.PARKED;
    }

    void resume() {
        if (state == TrackStatus.State.WAITING) {
            state = TrackStatus.State.RUNNING;
        }
    }

    TrackStatus status(TenantId tenant) {
        return new TrackStatus(tenant, projection.name(), position, state, reason);
    }
}
