package io.neomt.query.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class EpochTest {

    private final Queue<Runnable> beside = new ArrayDeque<>();
    private int stored = 1;
    private boolean away;
    private long now;
    private final Epoch epoch = new Epoch(this::read, () -> now, beside::add);

    private int read() {
        if (away) {
            throw new IllegalStateException("no database");
        }
        return stored;
    }

    @Test
    void itIsReadAnewBesideThoseWhoAsk() {
        assertThat(epoch.getAsInt()).isEqualTo(1);
        stored = 2;
        pass(Duration.ofSeconds(3));
        assertThat(epoch.getAsInt()).as("the answer does not wait").isEqualTo(1);
        runBeside();
        assertThat(epoch.getAsInt()).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanFiveSecondsDoesNotCount() {
        assertThat(epoch.getAsInt()).isEqualTo(1);
        stored = 2;
        pass(Duration.ofSeconds(5));
        assertThat(epoch.getAsInt()).isEqualTo(2);
    }

    @Test
    void whereItCannotBeReadItIsKnownForFiveSecondsAndThenNoMore() {
        assertThat(epoch.getAsInt()).isEqualTo(1);
        away = true;
        pass(Duration.ofSeconds(3));
        assertThat(epoch.getAsInt()).isEqualTo(1);
        runBeside();
        assertThat(epoch.getAsInt()).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThatIllegalStateException().isThrownBy(epoch::getAsInt);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void runBeside() {
        for (Runnable task = beside.poll(); task != null; task = beside.poll()) {
            task.run();
        }
    }
}
