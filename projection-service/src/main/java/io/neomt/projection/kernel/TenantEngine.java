package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Projection.Progress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is delivered for a tenant through its projections, one after the other: each is made from what the ones
 * before it have written, so none goes further than those. Thread-safe; work of one tenant never runs twice at a time.
 */
public final class TenantEngine {

    private final ConcurrentMap<TenantId, Lane> lanes = new ConcurrentHashMap<>();
    private final List<Projection> projections;
    private final Turn turn;

    /** @param most how many events go into one transaction */
    public TenantEngine(
            EventLog log,
            List<Projection> projections,
            Failure.Classifier failures,
            EngineListener listener,
            Backoff backoff,
            int most) {
        this.projections = List.copyOf(projections);
        this.turn = new Turn(log, failures, listener, backoff, most);
    }

    /**
     * Applies what was delivered, in any order and any number of times, with whatever is missing before it.
     *
     * @param upTo the last position that is known of, also when that event itself could not be read
     */
    public void deliver(TenantId tenant, List<EventEnvelope> events, Position upTo) {
        work(tenant, new Work(events, upTo, false, false));
    }

    /** Looks where the tenant's views really are, and brings them to the store's head. */
    public void catchUp(TenantId tenant) {
        work(tenant, new Work(List.of(), Position.NONE, true, false));
    }

    /** As {@link #catchUp}, and what failed before is tried again. */
    public void retry(TenantId tenant) {
        work(tenant, new Work(List.of(), Position.NONE, true, true));
    }

    /**
     * Another process, or an earlier one, has found that it is parked. Whatever is begun for the tenant after this call
     * knows it, so that nothing is tried that has been given up.
     *
     * @param workers where the tenant is looked at then
     */
    public void keepParked(Parked parked, Executor workers) {
        Lane lane = lane(parked.tenant());
        lane.offer(parking(new Work.Parking.Keep(parked), false));
        workers.execute(() -> work(lane));
    }

    /** Somebody has repaired what it stood before, or believes so. */
    public void tryAgain(Parked parked) {
        work(parked.tenant(), parking(new Work.Parking.TryAgain(parked), true));
    }

    private static Work parking(Work.Parking parking, boolean recheck) {
        return new Work(List.of(), Position.NONE, recheck, false, List.of(parking));
    }

    /** What is known of all tenants seen so far. */
    public Stream<TrackStatus> statuses() {
        return lanes.values().stream().flatMap(lane -> lane.tracks.stream().map(track -> track.status(lane.tenant)));
    }

    public Stream<TrackStatus> statuses(TenantId tenant) {
        @Nullable Lane lane = lanes.get(tenant);
        return lane == null ? Stream.empty() : lane.tracks.stream().map(track -> track.status(tenant));
    }

    /** The names of what it drives, in order. */
    public List<String> projections() {
        return projections.stream().map(Projection::name).toList();
    }

    /**
     * Where a view says itself that it is, also of a tenant that this process does not look after.
     *
     * @throws IllegalArgumentException when there is no such projection
     */
    public Progress progress(String projection, TenantId tenant) {
        return projections.stream()
                .filter(each -> each.name().equals(projection))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(projection))
                .progress(tenant);
    }

    private void work(TenantId tenant, Work work) {
        Lane lane = lane(tenant);
        lane.offer(work);
        work(lane);
    }

    private Lane lane(TenantId tenant) {
        return lanes.computeIfAbsent(tenant, id -> new Lane(id, projections));
    }

    private void work(Lane lane) {
        if (lane.begin()) {
            try {
                drain(lane);
            } catch (Throwable unexpected) {
                lane.abandon();
                throw unexpected;
            }
        }
    }

    private void drain(Lane lane) {
        @Nullable Work next = lane.take();
        while (next != null) {
            run(lane, next);
            next = lane.take();
        }
    }

    private void run(Lane lane, Work work) {
        lane.purged |= work.events().stream().anyMatch(envelope -> envelope.event() instanceof TenantPurged);
        if (!lane.purged) {
            turn.goOn(lane, work);
        } else if (turn.remove(lane)) {
            lanes.remove(lane.tenant, lane);
        }
    }
}
