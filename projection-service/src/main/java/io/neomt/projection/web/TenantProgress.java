package io.neomt.projection.web;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Projection.Progress;
import io.neomt.projection.kernel.TrackStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where one projection of one tenant is.
 *
 * @param position where the view says itself that it is; null when there is none
 * @param lagEvents how many events it lacks
 * @param reason why it is parked, or null
 */
record TenantProgress(
        TenantId tenant,
        String projection,
        long head,
        @Nullable Long position,
        long lagEvents,
        State state,
        @Nullable String reason) {

    /** What becomes of the tenant's next event. */
    enum State {
        RUNNING,
        /** It failed and is tried again by itself. */
        WAITING,
        PARKED,
        /** The tenant has no schema yet, or lies in a region that the answering instance does not serve. */
        NOT_READY,
        /** It is made anew before anything else happens. */
        MISSING
    }

    /** @param track what the instance knows of it, or null when it does not look after the tenant */
    static TenantProgress of(
            TenantId tenant, String projection, Position head, Progress progress, @Nullable TrackStatus track) {
        @Nullable Long position = position(progress);
        return new TenantProgress(
                tenant,
                projection,
                head.value(),
                position,
                Math.max(0, head.value() - (position == null ? 0 : position)),
                state(progress, track),
                track == null || track.parked() == null ? null : track.parked().reason());
    }

    private static @Nullable Long position(Progress progress) {
        return switch (progress) {
            case Progress.At at -> at.position().value();
            case Progress.Missing _, Progress.NotReady _ -> null;
        };
    }

    private static State state(Progress progress, @Nullable TrackStatus track) {
        if (track != null && track.state() != TrackStatus.State.RUNNING) {
            return track.state() == TrackStatus.State.PARKED ? State.PARKED : State.WAITING;
        }
        return switch (progress) {
            case Progress.At _ -> State.RUNNING;
            case Progress.Missing _ -> State.MISSING;
            case Progress.NotReady _ -> State.NOT_READY;
        };
    }
}
