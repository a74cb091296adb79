package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * How one projection of one tenant is doing.
 *
 * @param position null when it is not known
 * @param parked what it stands before, also while that is tried again; or null
 */
public record TrackStatus(
        TenantId tenant,
        String projection,
        @Nullable Position position,
        State state,
        @Nullable Parked parked) {

    /** Whether events are applied as they come. */
    public enum State {
        RUNNING,
        WAITING,
        PARKED
    }
}
