package io.neomt.projection.web;

import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.telemetry.Lag;
import io.neomt.projection.telemetry.Moves;
import io.neomt.projection.telemetry.Watched;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one projection is, of the tenants that the answering instance looks after.
 *
 * @param headMoves positions by which the store has moved since the instance began
 * @param positionMoves positions by which the views have moved meanwhile
 * @param seenAt when the tenants were last compared with the store; null before the first time
 */
record ProjectionStatus(
        String projection,
        long tenants,
        long lagEvents,
        double lagSeconds,
        long headMoves,
        long positionMoves,
        long parked,
        @Nullable Instant seenAt) {

    static Stream<ProjectionStatus> of(Watched watched) {
        return watched.engine().projections().stream().map(name -> of(watched, name));
    }

    private static ProjectionStatus of(Watched watched, String name) {
        Lag.Now lag = watched.lag().of(name);
        Moves.Now moves = watched.moves().of(name);
        return new ProjectionStatus(
                name,
                moves.tenants(),
                lag.events(),
                lag.seconds(),
                moves.headMoves(),
                moves.positionMoves(),
                parked(watched, name),
                watched.moves().lastSeen());
    }

    private static long parked(Watched watched, String name) {
        return watched.engine()
                .statuses()
                .filter(status -> status.projection().equals(name))
                .filter(status -> status.state() == TrackStatus.State.PARKED)
                .count();
    }
}
