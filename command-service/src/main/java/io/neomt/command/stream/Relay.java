package io.neomt.command.stream;

import io.neomt.command.relay.Lag;
import io.neomt.command.relay.Lease;
import io.neomt.command.relay.Outbox;
import io.neomt.command.relay.Shards;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every committed event to Kafka. Each shard of tenants is published by the one process that holds its lease; a
 * process that stops answering loses its shards to the others after the lease's duration. Woken after each commit;
 * looks by itself, too, for what others committed.
 */
public final class Relay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Outbox outbox;
    private final Topics topics;
    private final String owner;
    private final Timing timing;
    private final List<ShardRelay> shards;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final Outage leasing = new Outage(LOG, "the renewal of the relay's leases");
    private final Outage looking = new Outage(LOG, "the relay's look for events");
    private volatile Lag lag = Lag.NONE;
    private volatile long lookedAt = System.nanoTime();

    /**
     * @param lease how long a process that stopped answering keeps its shards
     * @param polling how often the relay looks by itself for events
     */
    public record Timing(Duration lease, Duration polling) {

        public static final Timing USUAL = new Timing(Duration.ofSeconds(9), Duration.ofMillis(500));
    }

    /** @param owner names this process among those that share the event store, never used again after a restart */
    public Relay(Outbox outbox, Topics topics, EventPublisher publisher, String owner, Timing timing) {
        this.outbox = outbox;
        this.topics = topics;
        this.owner = owner;
        this.timing = timing;
        this.shards = IntStream.range(0, Shards.COUNT)
                .mapToObj(shard -> new ShardRelay(outbox, publisher))
                .toList();
    }

    public void start() {
        threads.add(startThread("command-service-relay", this::lead));
    }

    private static Thread startThread(String name, Runnable work) {
        return Thread.ofVirtual().name(name).start(work);
    }

    /** The tenant has events that were not published. */
    public void wake(TenantId tenant) {
        shards.get(Shards.of(tenant)).wake(tenant);
    }

    /** What had not been published when the relay last looked. */
    public Lag lag() {
        return lag;
    }

    /** How long ago the relay last saw what there is to publish: older figures say nothing. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - lookedAt);
    }

    /** The leases that this process holds. */
    public List<Lease> leases() {
        return shards.stream().map(ShardRelay::lease).flatMap(Optional::stream).toList();
    }

    private void lead() {
        try {
            makeTopics();
            for (int shard = 0; shard < shards.size(); shard++) {
                threads.add(startThread("command-service-relay-" + shard, shards.get(shard)));
            }
            threads.add(startThread("command-service-relay-poll", this::poll));
            keepLeases();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeTopics() throws InterruptedException {
        while (true) {
            try {
                topics.createMissing();
                return;
            } catch (ExecutionException | TimeoutException e) {
                LOG.warn("the topics of events cannot be looked up; trying again", e);
                TimeUnit.SECONDS.sleep(1);
            }
        }
    }

    private void keepLeases() throws InterruptedException {
        while (true) {
            try {
                for (int shard = 0; shard < shards.size(); shard++) {
                    keepLease(shard);
                }
                leasing.worked();
            } catch (RuntimeException e) {
                leasing.failed(e);
            }
            TimeUnit.NANOSECONDS.sleep(timing.lease().toNanos() / 3);
        }
    }

    private void keepLease(int shard) {
        // counted from before the database was asked, so that this process gives up first
        long until = System.nanoTime() + timing.lease().toNanos();
        Optional<Lease> lease = outbox.acquire(shard, owner, timing.lease());
        lease.ifPresentOrElse(mine -> shards.get(shard).lead(mine, until), shards.get(shard)::follow);
    }

    private void poll() {
        try {
            while (true) {
                look();
                TimeUnit.NANOSECONDS.sleep(timing.polling().toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            lag = outbox.lag();
            lookedAt = System.nanoTime();
            lag.tenants().forEach(this::wake);
            looking.worked();
        } catch (RuntimeException e) {
            looking.failed(e);
        }
    }

    /** Stops publishing and gives the leases back. */
    @Override
    public void close() {
        List<Optional<Lease>> leases = shards.stream().map(ShardRelay::lease).toList();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        release(leases.stream().flatMap(Optional::stream).toList());
    }

    /** Stops at the first failure: when the database is away, asking once for each shard would only take longer. */
    private void release(List<Lease> leases) {
        try {
            leases.forEach(outbox::release);
        } catch (RuntimeException e) {
            LOG.warn("leases could not be given back; they run out by themselves", e);
        }
    }
}
