package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Permission checks at a steady pace, whatever the answers take: one that waits for another counts its waiting, too. Each
 * is of another tenant than the one before.
 */
final class CheckServing implements AutoCloseable {

    private static final int A_SECOND = 200;
    private static final double P99 = 0.99;
    private static final double BEARABLE = 1.5;

    private final ApiClient queries;
    private final List<Asked> asked;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("bench-checks").factory());
    private final AtomicInteger turn = new AtomicInteger();
    private final Queue<Duration> took = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** A user of a tenant. */
    record Asked(String tenant, String user) {}

    CheckServing(ApiClient queries, List<Asked> asked) {
        this.queries = queries;
        this.asked = List.copyOf(asked);
        long pause = TimeUnit.SECONDS.toNanos(1) / A_SECOND;
        ScheduledFuture<?> unused = clock.scheduleAtFixedRate(this::send, 0, pause, TimeUnit.NANOSECONDS);
    }

    private void send() {
        long begun = System.nanoTime();
        Asked next = asked.get(turn.getAndIncrement() % asked.size());
        Thread.ofVirtual().start(() -> {
            Answer answer = queries.post(
                    "/api/v1/tenants/" + next.tenant() + "/check",
                    Map.of("user_id", next.user(), "permission", "posts.read.own"),
                    Map.of());
            if (answer.succeeded()) {
                took.add(Duration.ofNanos(System.nanoTime() - begun));
            } else {
                refused.incrementAndGet();
            }
        });
    }

    /** What the checks took since this was called the last time. */
    List<Duration> drained() {
        List<Duration> some = new ArrayList<>();
        for (Duration each = took.poll(); each != null; each = took.poll()) {
            some.add(each);
        }
        return some;
    }

    /** How many got no answer at all. */
    int refused() {
        return refused.get();
    }

    /** How long checks took while something else went on, beside what they took before. */
    static Row row(String meanwhile, List<Duration> before, List<Duration> during) {
        return Row.of("checks " + meanwhile + ", p99 at " + A_SECOND + "/s", Figures.millis(during, P99), "ms")
                .beside("the same before", Figures.millis(before, P99))
                .with("checks_before", before.size())
                .with("checks_during", during.size());
    }

    /** Whether checks took no more than half as long again. */
    static boolean isBearable(List<Duration> before, List<Duration> during) {
        return Figures.millis(during, P99) <= BEARABLE * Figures.millis(before, P99);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
