package io.neomt.command.stream;

import io.neomt.command.relay.Lease;
import io.neomt.command.relay.Outbox;
import io.neomt.command.relay.StoredEvent;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the tenants of one shard for as long as this process holds the shard's lease: each tenant's events in order,
 * marked as published only when Kafka has them. What fails is tried again and never passed over.
 */
final class ShardRelay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ShardRelay.class);
    private static final int EVENTS_PER_TENANT = 500;
    private static final int TENANTS_AT_ONCE = 64;

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Outage publishing = new Outage(LOG, "the publication of events");
    private final Set<TenantId> waiting = new LinkedHashSet<>();
    private volatile Optional<HeldLease> held = Optional.empty();

    ShardRelay(Outbox outbox, EventPublisher publisher) {
        this.outbox = outbox;
        this.publisher = publisher;
    }

    /** @param until by {@link System#nanoTime()}; well before others may take the lease */
    private record HeldLease(Lease lease, long until) {

        boolean valid() {
            return System.nanoTime() - until < 0;
        }
    }

    /** The lease is held until then. */
    void lead(Lease lease, long untilNanoTime) {
        held = Optional.of(new HeldLease(lease, untilNanoTime));
    }

    /** Another process has the lease. */
    void follow() {
        held = Optional.empty();
    }

    Optional<Lease> lease() {
        return held.filter(HeldLease::valid).map(HeldLease::lease);
    }

    /** The tenant has events to publish. */
    void wake(TenantId tenant) {
        lock.lock();
        try {
            waiting.add(tenant);
            woken.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Set<TenantId> tenants = take();
                Optional<Lease> lease = lease();
                // without the lease there is nothing to do: its owner finds these tenants by itself
                if (lease.isPresent()) {
                    publish(lease.get(), tenants);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Set<TenantId> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                woken.await();
            }
            Set<TenantId> taken = new LinkedHashSet<>();
            var next = waiting.iterator();
            while (next.hasNext() && taken.size() < TENANTS_AT_ONCE) {
                taken.add(next.next());
                next.remove();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void publish(Lease lease, Set<TenantId> tenants) throws InterruptedException {
        List<Sending> sendings =
                tenants.stream().map(tenant -> send(lease, tenant)).toList();
        for (Sending sending : sendings) {
            finish(lease, sending);
        }
    }

    /**
     * Events of one tenant on their way.
     *
     * @param failure why not all that were read are on their way
     */
    private record Sending(
            TenantId tenant,
            List<StoredEvent> events,
            List<Future<RecordMetadata>> results,
            @Nullable RuntimeException failure) {}

    private Sending send(Lease lease, TenantId tenant) {
        List<StoredEvent> events = new ArrayList<>();
        List<Future<RecordMetadata>> results = new ArrayList<>();
        try {
            for (StoredEvent event : outbox.unpublished(tenant, EVENTS_PER_TENANT)) {
                results.add(publisher.send(event, lease.epoch()));
                events.add(event);
            }
            return new Sending(tenant, events, results, null);
        } catch (RuntimeException e) {
            return new Sending(tenant, events, results, e);
        }
    }

    /** What fails here is found again at the relay's next look; the shard's other tenants do not wait for it. */
    private void finish(Lease lease, Sending sending) throws InterruptedException {
        try {
            Position published = acknowledged(sending);
            boolean mine = published.equals(Position.NONE) || outbox.advance(lease, sending.tenant(), published);
            if (sending.failure() != null) {
                throw sending.failure();
            }
            if (!mine) {
                LOG.info("shard {} has passed to another relay", lease.shard());
                follow();
            } else if (sending.events().size() == EVENTS_PER_TENANT) {
                // more may be waiting
                wake(sending.tenant());
            }
            publishing.worked();
        } catch (RuntimeException | ExecutionException e) {
            publishing.failed(e);
        }
    }

    private static Position acknowledged(Sending sending) throws InterruptedException, ExecutionException {
        Position last = Position.NONE;
        for (int i = 0; i < sending.results().size(); i++) {
            sending.results().get(i).get();
            last = sending.events().get(i).metadata().position();
        }
        return last;
    }
}
