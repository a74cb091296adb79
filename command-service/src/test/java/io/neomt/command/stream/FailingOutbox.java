package io.neomt.command.stream;

import io.neomt.command.relay.Lag;
import io.neomt.command.relay.Lease;
import io.neomt.command.relay.Outbox;
import io.neomt.command.relay.StoredEvent;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An outbox that can be cut off, as by a network that fails, in the middle of work. */
final class FailingOutbox implements Outbox {

    private final Outbox outbox;
    private volatile boolean cutOff;
    private volatile boolean forgetful;

    FailingOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    /** From now on nothing gets through. */
    void cutOff() {
        cutOff = true;
    }

    /** From now on events can be read and sent, but not marked as published. */
    void forget() {
        forgetful = true;
    }

    private <T> T through(Supplier<T> call) {
        if (cutOff) {
            throw new IllegalStateException("the database cannot be reached");
        }
        return call.get();
    }

    @Override
    public Optional<Lease> acquire(int shard, String owner, Duration duration) {
        return through(() -> outbox.acquire(shard, owner, duration));
    }

    @Override
    public void release(Lease lease) {
        if (!cutOff) {
            outbox.release(lease);
        }
    }

    @Override
    public List<StoredEvent> unpublished(TenantId tenant, int limit) {
        return through(() -> outbox.unpublished(tenant, limit));
    }

    @Override
    public boolean advance(Lease lease, TenantId tenant, Position published) {
        if (forgetful) {
            throw new IllegalStateException("the database cannot be reached");
        }
        return through(() -> outbox.advance(lease, tenant, published));
    }

    @Override
    public Lag lag() {
        return through(outbox::lag);
    }
}
