package io.neomt.migration.run;

import io.neomt.migration.plan.fleet.Threshold;
import io.neomt.migration.plan.fleet.Threshold.Tally;
import io.neomt.migration.run.Runs.Numbered;
import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.Runs.Wave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * One wave that is being worked at: several schemas of each server at a time. When the run is paused or has to stop, what
 * is under way ends in its own time; nothing is killed in the middle of its statements.
 */
final class WaveRun {

    private static final long RECORD_EVERY_MS = 500;
    // not virtual: those are not interrupted while they compute, and requests of the same process would wait for them
    private static final ThreadFactory THREADS = Thread.ofPlatform()
            .daemon()
            .name("migration-orchestrator-target-", 0)
            .factory();

    private final Runs runs;
    private final Attempts attempts;
    private final Pace pace;
    private final RunObserver observer;
    private final Claim claim;
    private final Wave wave;
    private final Threshold threshold;
    private final BlockingQueue<Result> results = new LinkedBlockingQueue<>();
    private volatile boolean ended;
    private int left;
    private int failed;
    private int inRow;

    WaveRun(Runs runs, Attempts attempts, Pace pace, RunObserver observer, Claim claim, Wave wave) {
        this.runs = runs;
        this.attempts = attempts;
        this.pace = pace;
        this.observer = observer;
        this.claim = claim;
        this.wave = wave;
        this.threshold = new Threshold(claim.spec().policy());
        this.left = wave.left().size();
        this.failed = wave.failed();
    }

    /** @return whether the run goes on with the next wave */
    boolean run() throws InterruptedException {
        observer.wave(claim, wave);
        boolean mine;
        try (ExecutorService workers = Executors.newThreadPerTaskExecutor(THREADS)) {
            try {
                byServer().values().forEach(targets -> start(workers, targets));
                mine = follow();
            } finally {
                ended = true;
            }
        }
        mine &= keep(drained());
        if (!mine) {
            observer.left(claim);
            return false;
        }
        Optional<String> reason = reached();
        reason.ifPresent(why -> {
            if (runs.stop(claim, why)) {
                observer.stopped(claim, why);
            }
        });
        return reason.isEmpty();
    }

    private Map<String, List<Numbered>> byServer() {
        Map<String, List<Numbered>> byServer = new HashMap<>();
        for (Numbered each : wave.left()) {
            byServer.computeIfAbsent(each.target().connection(), _ -> new ArrayList<>())
                    .add(each);
        }
        return byServer;
    }

    /** As many at a time as the server is to bear, each worker taking the next when it is done with one. */
    private void start(ExecutorService workers, List<Numbered> targets) {
        Iterator<Numbered> rest = targets.iterator();
        int atATime = Math.min(claim.spec().policy().perServer(), targets.size());
        for (int i = 0; i < atATime; i++) {
            workers.execute(() -> migrate(rest));
        }
    }

    private void migrate(Iterator<Numbered> rest) {
        try {
            Optional<Numbered> next = taken(rest);
            while (next.isPresent()) {
                long begun = System.nanoTime();
                attempts.migrate(next.get(), () -> ended, retried -> observer.retried(claim, retried))
                        .ifPresent(results::add);
                pace.restAfter(Duration.ofNanos(System.nanoTime() - begun));
                next = taken(rest);
            }
        } catch (InterruptedException _) {
            // whoever takes the run up migrates the others
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Numbered> taken(Iterator<Numbered> rest) {
        synchronized (rest) {
            return !ended && rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }
    }

    /**
     * Keeps results as they come, and the claim.
     *
     * @return false when the run is no longer ours to work at
     */
    private boolean follow() throws InterruptedException {
        while (left > 0) {
            if (!keep(gathered()) || !runs.renew(claim)) {
                return false;
            }
            if (reached().isPresent()) {
                return true;
            }
        }
        return true;
    }

    /** Many are kept in one transaction; a failure at once, since it may be what stops the run. */
    private List<Result> gathered() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RECORD_EVERY_MS);
        List<Result> some = new ArrayList<>();
        Result next;
        do {
            next = results.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next != null) {
                some.add(next);
            }
        } while (next != null && next.error() == null && some.size() < left);
        return some;
    }

    private List<Result> drained() {
        List<Result> some = new ArrayList<>();
        results.drainTo(some);
        return some;
    }

    private boolean keep(List<Result> some) {
        if (some.isEmpty()) {
            return true;
        }
        for (Result result : some) {
            inRow = result.error() == null ? 0 : inRow + 1;
            failed += result.error() == null ? 0 : 1;
        }
        left -= some.size();
        boolean mine = runs.record(claim, wave.number(), some);
        observer.migrated(claim, some);
        return mine;
    }

    private Optional<String> reached() {
        return threshold.reached(new Tally(wave.careful(), wave.size(), failed, inRow));
    }
}
