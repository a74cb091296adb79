package io.neomt.commons.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolSharesTest {

    @Test
    void eachGetsWhatItWantsWhileThereIsEnough() {
        assertThat(PoolShares.of(List.of(10, 20, 1), 31)).containsExactly(10, 20, 1);
    }

    @Test
    void whenThereIsNotTheLargerGiveMoreAndNoneGoesWithout() {
        assertThat(PoolShares.of(List.of(20, 20, 20), 30)).containsExactly(10, 10, 10);
        assertThat(PoolShares.of(List.of(100, 1, 1), 10)).containsExactly(8, 1, 1);
        assertThat(PoolShares.of(Collections.nCopies(7, 20), 7)).containsOnly(1);
    }

    @Test
    void theSumNeverExceedsTheBound() {
        Random random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            List<Integer> wanted = IntStream.range(0, 1 + random.nextInt(30))
                    .map(_ -> 1 + random.nextInt(50))
                    .boxed()
                    .toList();
            int most = wanted.size() + random.nextInt(200);

            List<Integer> shares = PoolShares.of(wanted, most);

            assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(most);
            assertThat(shares).allMatch(share -> share >= 1);
        }
    }

    @Test
    void morePoolsThanConnectionsCannotShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> PoolShares.of(List.of(1, 1), 1));
    }
}
