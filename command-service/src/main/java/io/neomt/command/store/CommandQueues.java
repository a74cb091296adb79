package io.neomt.command.store;

import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Unavailable;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Commands of one tenant queue here instead of at the lock of its head: one worker at a time takes all that wait, up to
 * a bound, and has them commit together. Tenants do not wait for each other.
 */
public final class CommandQueues implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

    private final EventStore store;
    private final int groupSize;
    private final int capacity;
    private final Map<TenantId, Queue> queues = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param groupSize how many commands commit together at most
     * @param capacity how many commands of one tenant may wait
     */
    public CommandQueues(EventStore store, int groupSize, int capacity) {
        this.store = store;
        this.groupSize = groupSize;
        this.capacity = capacity;
    }

    private record Waiting(CommandEnvelope envelope, CompletableFuture<Outcome> outcome) {}

    private static final class Queue {
        private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    }

    /** Waits until the command is dealt with; answers {@link Unavailable} where too many wait already. */
    public Outcome submit(CommandEnvelope envelope) {
        Waiting waiting = new Waiting(envelope, new CompletableFuture<>());
        if (closed) {
            return new Unavailable("The service is stopping.", false, 1);
        }
        if (!enqueue(waiting)) {
            return new Unavailable("Too many commands of this tenant are waiting.", false, 1);
        }
        return await(waiting.outcome());
    }

    private boolean enqueue(Waiting item) {
        boolean[] accepted = new boolean[1];
        boolean[] started = new boolean[1];
        TenantId tenant = item.envelope().tenant();
        queues.compute(tenant, (id, existing) -> {
            Queue queue = existing == null ? new Queue() : existing;
            started[0] = existing == null;
            accepted[0] = queue.waiting.size() < capacity && queue.waiting.add(item);
            return queue;
        });
        if (started[0]) {
            Thread.ofVirtual().name("command-service-tenant-" + tenant).start(() -> work(tenant));
        }
        return accepted[0];
    }

    private static Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Unavailable("It takes too long; send it again with the same Idempotency-Key.", true, 5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable("The service is stopping.", true, 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a command failed", e.getCause());
        }
    }

    private void work(TenantId tenant) {
        for (List<Waiting> group = next(tenant); !group.isEmpty(); group = next(tenant)) {
            run(tenant, group);
        }
    }

    /** The next group; with an empty one the worker's work is over and the queue is gone. */
    private List<Waiting> next(TenantId tenant) {
        List<Waiting> group = new ArrayList<>();
        queues.compute(tenant, (id, queue) -> {
            while (queue != null && group.size() < groupSize && !queue.waiting.isEmpty()) {
                group.add(queue.waiting.remove());
            }
            return group.isEmpty() ? null : queue;
        });
        return group;
    }

    private void run(TenantId tenant, List<Waiting> group) {
        try {
            List<Outcome> outcomes =
                    store.execute(tenant, group.stream().map(Waiting::envelope).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            group.forEach(waiting -> waiting.outcome().completeExceptionally(e));
        }
    }

    /** Takes no more commands and waits, for a bounded time, until those that wait are dealt with. */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        while (!queues.isEmpty() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
