package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One process at work on one rebuild. */
final class RebuildRun {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int LONGEST_PAUSES = 6;

    /** Of each tenant; all are counted. */
    private static final int KEPT_DIFFERENCES = 1_000;

    private final Rebuilds rebuilds;
    private final Recipe recipe;
    private final Predicate<Throwable> passing;
    private final Claim claim;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** @param passing whether a failure may be gone next time */
    RebuildRun(Rebuilds rebuilds, Recipe recipe, Predicate<Throwable> passing, Claim claim) {
        this.rebuilds = rebuilds;
        this.recipe = recipe;
        this.passing = passing;
        this.claim = claim;
    }

    /** Ends what is under way as soon as it can. */
    void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Keeps the claim, or stops. */
    void renew() {
        if (!rebuilds.renew(claim)) {
            stop();
        }
    }

    /** Tenants that fail in a way that passes are tried again after all others. */
    void run(ExecutorService workers) throws InterruptedException {
        List<Target> left = rebuilds.left(claim);
        for (int round = 0; !isStopped() && !left.isEmpty(); round++) {
            round(workers, left);
            left = rebuilds.left(claim);
            if (!left.isEmpty()) {
                pause(round);
            }
        }
        if (!isStopped()) {
            rebuilds.end(claim);
        }
    }

    /** Ever longer, since what is down now may be down for a while. */
    private void pause(int round) throws InterruptedException {
        long millis = FIRST_PAUSE.toMillis() << Math.min(round, LONGEST_PAUSES);
        boolean _ = stopped.await(millis, TimeUnit.MILLISECONDS);
    }

    private void round(ExecutorService workers, List<Target> targets) throws InterruptedException {
        Optional<Recipe.Prepared> prepared = prepare(targets);
        if (prepared.isPresent()) {
            try (Recipe.Prepared all = prepared.get()) {
                work(workers, all.blueprint(), targets);
            }
        }
    }

    /** Empty when it could not be done: then it is known of each of the tenants. */
    private Optional<Recipe.Prepared> prepare(List<Target> targets) {
        long began = System.nanoTime();
        Set<TenantId> tenants = targets.stream().map(Target::tenant).collect(Collectors.toSet());
        try {
            return Optional.of(recipe.prepare(tenants, this::goOn));
        } catch (StoppedException _) {
            // whoever goes on begins again
        } catch (RuntimeException e) {
            tenants.forEach(tenant -> fail(tenant, began, e));
        }
        return Optional.empty();
    }

    private void work(ExecutorService workers, Blueprint blueprint, List<Target> targets) throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        targets.forEach(target -> running.add(workers.submit(() -> work(blueprint, target))));
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a rebuild failed outside of any tenant", e.getCause());
            }
        }
    }

    private void work(Blueprint blueprint, Target target) {
        if (isStopped()) {
            return;
        }
        long began = System.nanoTime();
        try {
            keep(claim.back() ? goBack(blueprint, target, began) : make(blueprint, target, began));
        } catch (StoppedException _) {
            // whoever goes on begins with this tenant again
        } catch (RuntimeException e) {
            fail(target.tenant(), began, e);
        }
    }

    private void fail(TenantId tenant, long began, RuntimeException e) {
        // what fails while everything ends would not have failed otherwise
        if (!isStopped()) {
            keep(new Result.Failed(tenant, since(began), String.valueOf(e.getMessage()), passing.test(e)));
        }
    }

    private void keep(Result result) {
        if (!rebuilds.record(claim, result)) {
            stop();
        }
    }

    private Result make(Blueprint blueprint, Target target, long began) {
        Counted counted = new Counted();
        Blueprint.Made made =
                blueprint.make(target.tenant(), claim.generation(), claim.verify(), claim.flip(), counted);
        return new Result.Done(target.tenant(), since(began), made, counted.first, counted.count);
    }

    private Result goBack(Blueprint blueprint, Target target, long began) {
        blueprint.goBack(target.tenant(), target.previous(), new Counted());
        return new Result.GoneBack(target.tenant(), since(began));
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private void goOn() {
        if (isStopped()) {
            throw new StoppedException("rebuild " + claim.id() + " is not ours any more");
        }
    }

    /** Of one tenant, and on its thread. */
    private final class Counted implements Observer {

        private final List<Difference> first = new ArrayList<>();
        private long count;

        @Override
        public void differs(Difference difference) {
            count++;
            if (first.size() < KEPT_DIFFERENCES) {
                first.add(difference);
            }
        }

        @Override
        public void goOn() {
            RebuildRun.this.goOn();
        }
    }
}
