package io.neomt.query.signin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets an account sign in once at a time, and asks twice where "wrong" may mean "busy". Keycloak's protection against
 * guessing refuses an account in the words for a wrong password while another attempt is under way: until shortly after
 * that one's answer, or, where nobody waited for the answer, until it gets round to it.
 */
public final class OneAtATime implements IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WINDING_UP = Duration.ofSeconds(1);
    private static final Duration UNANSWERED = Duration.ofMinutes(1);

    /** Longer than the second within which Keycloak takes two wrong passwords for those of a machine. */
    private static final Duration PAUSE = Duration.ofMillis(1_200);

    private static final int MOST_ACCOUNTS = 10_000;

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void of(Duration length) throws InterruptedException;
    }

    private record Account(String realm, String name) {}

    /** What is known of an account's attempts; guarded by its lock. */
    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private @Nullable Long endedAt;
        private @Nullable Long unansweredAt;
    }

    private final IdentityProvider provider;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Map<Account, Turn> turns = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Account, Turn> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    public OneAtATime(IdentityProvider provider, LongSupplier nanoTime, Pause pause) {
        this.provider = provider;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    @Override
    public SignedIn signIn(Place place, String username, String password) {
        Turn turn = turnOf(new Account(place.realm(), place.nameOf(username).toLowerCase(Locale.ROOT)));
        try {
            if (!turn.lock.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
                return new SignedIn.Away();
            }
            try {
                return inTurn(turn, place, username, password);
            } finally {
                turn.lock.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SignedIn.Away();
        }
    }

    @Override
    public SignedIn refresh(Place place, String refreshToken) {
        return provider.refresh(place, refreshToken);
    }

    @Override
    public boolean signOut(Place place, String refreshToken) {
        return provider.signOut(place, refreshToken);
    }

    private SignedIn inTurn(Turn turn, Place place, String username, String password) throws InterruptedException {
        boolean lost = within(UNANSWERED, turn.unansweredAt);
        boolean doubtful = lost || within(WINDING_UP, turn.endedAt);
        SignedIn answer = ask(turn, place, username, password);
        if (!doubtful || !(answer instanceof SignedIn.Wrong)) {
            return answer;
        }
        pause.of(PAUSE);
        SignedIn again = ask(turn, place, username, password);
        return lost && again instanceof SignedIn.Wrong ? new SignedIn.Away() : again;
    }

    private SignedIn ask(Turn turn, Place place, String username, String password) {
        SignedIn answer = provider.signIn(place, username, password);
        turn.endedAt = nanoTime.getAsLong();
        if (answer instanceof SignedIn.Away) {
            turn.unansweredAt = turn.endedAt;
        }
        return answer;
    }

    private boolean within(Duration length, @Nullable Long since) {
        return since != null && nanoTime.getAsLong() - since < length.toNanos();
    }

    private Turn turnOf(Account account) {
        synchronized (turns) {
            return turns.computeIfAbsent(account, _ -> new Turn());
        }
    }
}
