package io.neomt.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(100), Duration.ofMillis(1_000), Duration.ofMillis(30));
    private static final Position NEEDED = new Position(7);
    private static final Seen BEHIND = new Seen.Behind(new Position(6));

    @Test
    void whatIsNewEnoughSatisfies() {
        Seen found = new Seen.Found(new Snapshot(NEEDED, Map.of(), Map.of(), Map.of(), Map.of()));

        assertThat(ofCache(found, 5_000)).isEqualTo(new Verdict.Satisfied());
        assertThat(ofStore(7, 5_000)).isEqualTo(new Verdict.Satisfied());
        assertThat(ofStore(8, 0)).isEqualTo(new Verdict.Satisfied());
    }

    @Test
    void aCacheThatIsBehindIsWaitedForAndThenReadThrough() {
        assertThat(ofCache(BEHIND, 0)).isEqualTo(new Verdict.Wait(Duration.ofMillis(30)));
        assertThat(ofCache(BEHIND, 90)).isEqualTo(new Verdict.Wait(Duration.ofMillis(10)));
        assertThat(ofCache(BEHIND, 100)).isEqualTo(new Verdict.ReadThrough());
        assertThat(ofCache(BEHIND, 5_000)).isEqualTo(new Verdict.ReadThrough());
    }

    @Test
    void aCacheThatProvesNothingIsNotWaitedFor() {
        for (Seen seen : List.of(new Seen.Incomplete(), new Seen.Unreachable())) {
            assertThat(ofCache(seen, 0)).isEqualTo(new Verdict.ReadThrough());
        }
    }

    @Test
    void aStoreThatIsBehindIsWaitedForAndThenNothingIsAnswered() {
        assertThat(ofStore(6, 0)).isEqualTo(new Verdict.Wait(Duration.ofMillis(30)));
        assertThat(ofStore(6, 980)).isEqualTo(new Verdict.Wait(Duration.ofMillis(20)));
        assertThat(ofStore(6, 1_000)).isEqualTo(new Verdict.Unavailable());
    }

    @Test
    void aTokenIsNeverUndercutAndTheHeadIsAskedForOnlyWhenNeeded() {
        Requirement cheap = new Requirement(Requirement.Mode.MINIMIZE_LATENCY, NEEDED);
        Requirement full = new Requirement(Requirement.Mode.FULLY_CONSISTENT, NEEDED);

        assertThat(cheap.needed(() -> {
                    throw new AssertionError("not needed");
                }))
                .isEqualTo(NEEDED);
        assertThat(full.needed(() -> new Position(9))).isEqualTo(new Position(9));
        assertThat(full.needed(() -> new Position(3))).isEqualTo(NEEDED);
        assertThat(Requirement.NONE.needed(() -> new Position(9))).isEqualTo(Position.NONE);
    }

    @Test
    void patienceIsBoundedAndOrdered() {
        Duration one = Duration.ofMillis(1);
        assertThatThrownBy(() -> new Patience(one.negated(), one, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Patience(one, Duration.ZERO, one)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Patience(one, one, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Verdict ofCache(Seen seen, long waited) {
        return Freshness.ofCache(seen, Duration.ofMillis(waited), PATIENCE);
    }

    private static Verdict ofStore(long position, long waited) {
        return Freshness.ofStore(new Position(position), NEEDED, Duration.ofMillis(waited), PATIENCE);
    }
}
