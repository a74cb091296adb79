package io.neomt.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SideThreadTest {

    @Test
    void oneThingIsDoneAfterTheOtherWhileWhoeverAskedGoesOn() {
        CountDownLatch asked = new CountDownLatch(1);
        try (SideThread side = new SideThread()) {
            Future<Boolean> first = side.begin(() -> {
                asked.await();
                return true;
            });
            Future<Boolean> second = side.begin(first::isDone);
            asked.countDown();

            assertThat(SideThread.outcome(second)).isTrue();
        }
    }

    @Test
    void whatFailsFailsTheSameForWhoeverWaits() {
        IllegalArgumentException failure = new IllegalArgumentException("no");
        try (SideThread side = new SideThread()) {
            Future<Void> begun = side.begin(() -> {
                throw failure;
            });

            assertThatThrownBy(() -> SideThread.outcome(begun)).isSameAs(failure);
        }
    }
}
