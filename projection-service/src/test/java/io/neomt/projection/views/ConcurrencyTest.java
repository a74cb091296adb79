package io.neomt.projection.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.projection.kernel.ContendedException;
import io.neomt.projection.rebuild.StoppedException;
import io.neomt.projection.world.History;
import io.neomt.projection.world.RandomHistory;
import io.neomt.testkit.backends.Backends;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.RedisClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyTest {

    private static final int LENGTH = 400;

    private World world;
    private RedisClient redis;

    @BeforeAll
    void open() {
        Backends backends = Backends.shared();
        world = new World(backends);
        redis = RedisClient.create(backends.redisUrl());
    }

    @AfterAll
    void close() {
        redis.close();
        world.close();
    }

    /** As in a rebalance, when two processes both believe that a tenant is theirs. */
    @Test
    void whileProcessesFightOverATenantACompleteMarkerAlwaysTellsTheTruth() throws Exception {
        History history = RandomHistory.of(world.active(), 21, LENGTH);
        world.store(history);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> observer = threads.submit(() -> observe(history, done));
            List<Future<?>> processes = new ArrayList<>();
            for (int process = 0; process < 3; process++) {
                Random random = new Random(process);
                processes.add(threads.submit(work(history, random)));
            }
            Future<?> generations = threads.submit(() -> makeGenerations(history, done));
            for (Future<?> process : processes) {
                process.get();
            }
            done.set(true);
            generations.get();
            assertThat(observer.get()).isPositive();
        }
        settle(history);
    }

    private Callable<Void> work(History history, Random random) {
        Service service = new Service(world, redis);
        return () -> {
            for (int at = 1; at <= LENGTH; at++) {
                int to = Math.min(LENGTH, at + random.nextInt(9));
                service.engine.deliver(history.tenant(), history.events(at, to), new Position(to));
                at = to;
                if (random.nextInt(15) == 0) {
                    RedisView.drop(redis, history.tenant());
                }
                if (random.nextInt(5) == 0) {
                    service.engine.retry(history.tenant());
                }
            }
            return null;
        };
    }

    /** Generations are made and given up all the time, while sets are lost under them. */
    private @Nullable Void makeGenerations(History history, AtomicBoolean done) {
        Service service = new Service(world, redis);
        Found untilDone = new Found(done::get);
        for (int generation = 2; !done.get(); generation++) {
            try {
                service.blueprint.make(history.tenant(), generation, generation % 2 == 0, true, untilDone);
                service.blueprint.drop(Map.of(history.tenant(), generation - 1));
            } catch (ContendedException | StoppedException _) {
                // the sets were lost under it, or all is over
            }
        }
        return null;
    }

    /** @return how many complete states were seen */
    private int observe(History history, AtomicBoolean done) {
        int seen = 0;
        Position last = Position.NONE;
        while (!done.get()) {
            RedisView view = RedisView.of(redis, history.tenant());
            if (view.marker().complete()) {
                // or what was revoked would be allowed again
                assertThat(view.marker().position()).isGreaterThanOrEqualTo(last);
                last = view.marker().position();
                assertThat(view.wrong(ExpectedSets.after(
                                history.tenant(),
                                history.events(1, view.marker().position().value()))))
                        .as("at %s", view.marker())
                        .isEmpty();
                seen++;
            }
        }
        return seen;
    }

    private void settle(History history) {
        Service last = new Service(world, redis);
        last.engine.catchUp(history.tenant());
        Found found = new Found();
        last.blueprint.make(history.tenant(), Integer.MAX_VALUE, true, true, found);
        assertThat(found.differences).isEmpty();
        RedisView view = RedisView.of(redis, history.tenant());
        assertThat(view.marker().position()).isEqualTo(history.head());
        assertThat(view.wrong(ExpectedSets.after(history.tenant(), history.events())))
                .isEmpty();
        assertThat(RowsView.of(world.schema(history.tenant())).position()).isEqualTo(history.head());
    }
}
