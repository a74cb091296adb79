package io.neomt.command.relay;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The log as the relay sees it: events that are there and have not been published. */
public interface Outbox {

    /** Takes or renews the lease of a shard; empty while another owner holds it. */
    Optional<Lease> acquire(int shard, String owner, Duration duration);

    /** Gives the lease back, so that another may have it at once. */
    void release(Lease lease);

    /** The tenant's first events that have not been published, in order. */
    List<StoredEvent> unpublished(TenantId tenant, int limit);

    /**
     * Marks events as published.
     *
     * @return false when the lease has passed to another owner, which has its own view of what is published
     */
    boolean advance(Lease lease, TenantId tenant, Position published);

    Lag lag();
}
