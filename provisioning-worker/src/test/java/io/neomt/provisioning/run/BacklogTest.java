package io.neomt.provisioning.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Finished;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.RoleGiven;
import io.neomt.provisioning.run.Outcome.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final TenantId ACME = tenant(1);
    private static final TenantId OTHER = tenant(2);

    private final Heard heard = new Heard();
    private @Nullable Backlog backlog;

    @AfterEach
    void close() {
        if (backlog != null) {
            backlog.close();
        }
    }

    @Test
    void aTenantThatIsDoneLeavesTheList() throws InterruptedException {
        Backlog list = backlog(command -> new Done());

        list.submit(ACME);

        assertThat(heard.next()).isEqualTo("done " + ACME);
        assertThat(list.size()).isZero();
    }

    @Test
    void aTenantIsTriedUntilItIsDone() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        Backlog list = backlog(
                command -> attempts.incrementAndGet() < 3 ? new Interrupted("attempt " + attempts) : new Done());

        list.submit(ACME);

        assertThat(heard.next()).isEqualTo("attempt 1 next PT0.2S");
        assertThat(heard.next()).isEqualTo("attempt 2 next PT0.4S");
        assertThat(heard.next()).isEqualTo("done " + ACME);
    }

    @Test
    void aFailureIsToldAndTriedAgain() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        Backlog list = backlog(command -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("no connection");
            }
            return new Done();
        });

        list.submit(ACME);

        assertThat(heard.next()).isEqualTo("failed no connection");
        assertThat(heard.next()).startsWith("an attempt broke off");
        assertThat(heard.next()).isEqualTo("done " + ACME);
    }

    @Test
    void aBlockedTenantHoldsUpNoOtherAndSaysWhy() throws InterruptedException {
        Backlog list = backlog(command -> command.equals(ACME) ? new Blocked("no database") : new Done());

        list.submit(ACME);
        assertThat(heard.next()).isEqualTo("no database next PT1S");
        list.submit(OTHER);

        assertThat(heard.next()).isEqualTo("done " + OTHER);
        assertThat(list.waiting(ACME)).contains(new Blocked("no database"));
        assertThat(list.waiting(OTHER)).isEmpty();
    }

    @Test
    void aTenantIsNeverWorkedOnTwiceAtOnce() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<TenantId> started = new LinkedBlockingQueue<>();
        Backlog list = backlog(command -> {
            started.add(command);
            await(release);
            return new Done();
        });

        list.submit(ACME);
        list.submit(ACME);
        list.submit(OTHER);

        List<@Nullable TenantId> seen = List.of(take(started), take(started));
        assertThat(seen).containsExactlyInAnyOrder(ACME, OTHER);
        release.countDown();
        assertThat(List.of(heard.next(), heard.next())).containsExactlyInAnyOrder("done " + ACME, "done " + OTHER);
        assertThat(started).isEmpty();
    }

    @Test
    void theSweepTakesUpWhatNoEventToldOfAndSurvivesFailures() throws InterruptedException {
        ListedTenants platform = new ListedTenants();
        platform.broken.set(true);
        Backlog list = backlog(command -> new Done());
        BlockingQueue<String> failures = new LinkedBlockingQueue<>();
        try (Sweep sweep = new Sweep(
                platform,
                new NoRealms(),
                list,
                Duration.ofMillis(20),
                e -> failures.add(String.valueOf(e.getMessage())),
                "test")) {
            sweep.start();
            assertThat(failures.poll(10, TimeUnit.SECONDS)).contains("broken");
            platform.waiting.add(ACME);
            platform.broken.set(false);

            assertThat(heard.next()).isEqualTo("done " + ACME);
        }
    }

    @Test
    void theSweepTakesUpActiveTenantsWithoutARole() throws InterruptedException {
        ListedTenants platform = new ListedTenants();
        platform.roleless.add(ACME);
        Backlog list = backlog(command -> new RoleGiven());
        try (Sweep sweep = new Sweep(platform, new NoRealms(), list, Duration.ofHours(1), e -> {}, "test")) {
            sweep.start();

            assertThat(heard.next()).isEqualTo("role given " + ACME);
        }
    }

    @Test
    void itIsQuietWhenNothingWasDoneForAWhileEvenIfSomethingWaits() throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        CountDownLatch release = new CountDownLatch(1);
        BlockingQueue<TenantId> begun = new LinkedBlockingQueue<>();
        backlog = new Backlog(
                (tenant, since) -> {
                    begun.add(tenant);
                    await(release);
                    return new Blocked("no database");
                },
                heard,
                now::get,
                2,
                "test");
        assertThat(backlog.isQuiet()).isTrue();

        backlog.submit(ACME);
        take(begun);
        now.set(Instant.EPOCH.plusSeconds(5));
        assertThat(backlog.isQuiet()).isFalse();
        release.countDown();
        heard.next();
        assertThat(backlog.isQuiet()).isFalse();

        now.set(Instant.EPOCH.plusSeconds(6));
        assertThat(backlog.isQuiet()).isTrue();
    }

    @Test
    void nothingIsTakenUpAfterTheEnd() {
        Backlog list = backlog(command -> new Done());

        list.close();
        list.submit(ACME);

        assertThat(list.size()).isZero();
    }

    private Backlog backlog(Function<TenantId, Outcome> attempt) {
        Backlog list = new Backlog((tenant, since) -> attempt.apply(tenant), heard, InstantSource.system(), 2, "test");
        backlog = list;
        return list;
    }

    private static TenantId tenant(long number) {
        return new TenantId(new UUID(0, number));
    }

    private static TenantId take(BlockingQueue<TenantId> queue) throws InterruptedException {
        TenantId taken = queue.poll(10, TimeUnit.SECONDS);
        assertThat(taken).isNotNull();
        return taken;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the observer was told, in order. */
    private static final class Heard implements Observer {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

        String next() throws InterruptedException {
            String next = told.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            return next;
        }

        @Override
        public void finished(TenantId tenant, Finished outcome, Duration took) {
            told.add((outcome instanceof RoleGiven ? "role given " : "done ") + tenant);
        }

        @Override
        public void unfinished(TenantId tenant, Unfinished outcome, int attempts, Duration next) {
            told.add(outcome.reason() + " next " + next);
        }

        @Override
        public void failed(TenantId tenant, RuntimeException failure) {
            told.add("failed " + failure.getMessage());
        }
    }
}
