package io.neomt.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is believed of a provider's "wrong". */
class OneAtATimeTest {

    private static final Place ACME = new Place("tenant-acme", null);
    private static final SignedIn IN = new SignedIn.In("token", 300, null, 0);
    private static final SignedIn WRONG = new SignedIn.Wrong();
    private static final SignedIn AWAY = new SignedIn.Away();

    private final AtomicLong now = new AtomicLong();
    private final Scripted provider = new Scripted();
    private final OneAtATime signIns = new OneAtATime(provider, now::get, length -> now.addAndGet(length.toNanos()));

    @Test
    void aWrongPasswordOfAQuietAccountIsAskedForOnce() {
        assertThat(answers(WRONG).signIn("ann")).isEqualTo(WRONG);
        pass(Duration.ofSeconds(2));
        assertThat(answers(WRONG).signIn("ann")).isEqualTo(WRONG);
        assertThat(answers(WRONG).signIn("bob")).isEqualTo(WRONG);
        assertThat(answers(IN).signIn("ann")).isEqualTo(IN);
    }

    @Test
    void rightAfterAnotherAttemptOfTheAccountWrongMayMeanBusy() {
        assertThat(answers(IN).signIn("ann")).isEqualTo(IN);
        assertThat(answers(WRONG, IN).signIn("Ann")).isEqualTo(IN);
        assertThat(answers(WRONG, WRONG).signIn("ann")).isEqualTo(WRONG);
    }

    @Test
    void afterAnAttemptThatWasNeverAnsweredNobodyIsToldToBeWrongForAMinute() {
        assertThat(answers(AWAY).signIn("ann")).isEqualTo(AWAY);
        pass(Duration.ofSeconds(30));
        assertThat(answers(WRONG, WRONG).signIn("ann")).isEqualTo(AWAY);
        assertThat(answers(WRONG, IN).signIn("ann")).isEqualTo(IN);
        pass(Duration.ofSeconds(30));
        assertThat(answers(WRONG).signIn("ann")).isEqualTo(WRONG);
    }

    @Test
    void theProviderSeesOneAttemptOfAnAccountAtATime() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignedIn>> all = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> signIn("ann")))
                    .toList();
            for (Future<SignedIn> each : all) {
                assertThat(each.get()).isEqualTo(IN);
            }
        }
        assertThat(provider.most).hasValue(1);
    }

    private OneAtATimeTest answers(SignedIn... answers) {
        assertThat(provider.script).as("asked less often than expected").isEmpty();
        provider.script.addAll(List.of(answers));
        return this;
    }

    private SignedIn signIn(String username) {
        return signIns.signIn(ACME, username, "password");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    /** Says what it is told to say, and signs in whoever comes after that. */
    private static final class Scripted implements IdentityProvider {
        private final Queue<SignedIn> script = new ArrayDeque<>();
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public SignedIn signIn(Place place, String username, String password) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            LockSupport.parkNanos(100_000);
            inside.decrementAndGet();
            SignedIn next = script.poll();
            return next == null ? IN : next;
        }

        @Override
        public SignedIn refresh(Place place, String refreshToken) {
            return WRONG;
        }

        @Override
        public boolean signOut(Place place, String refreshToken) {
            return true;
        }
    }
}
