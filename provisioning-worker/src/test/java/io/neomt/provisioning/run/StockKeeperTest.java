package io.neomt.provisioning.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.testkit.backends.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StockKeeperTest {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Room room = new Room();
    private final AtomicBoolean quiet = new AtomicBoolean(true);
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void eachConnectionGetsAsManyAsThereShallBeAndNoMore() {
        try (StockKeeper keeper = keeper(3)) {
            keeper.start();
            awaitLooks(5);
        }
        assertThat(room.made).containsOnly(Map.entry("a", 3), Map.entry("b", 3));
    }

    @Test
    void twiceAsManyAreKeptWhereMoreThanHalfWereTakenAndFewerAgainWhereNobodyTakesThem() {
        try (StockKeeper keeper = keeper(4)) {
            keeper.start();
            Await.until("the first filling", () -> room.made("a") == 4);
            awaitLooks(3);
            room.made.put("a", 1);
            Await.until("twice as many", () -> room.made("a") == 8);
            awaitLooks(10);
            room.made.put("a", 3);
            Await.until("as few as before", () -> room.made("a") == 4);
            awaitLooks(3);
            assertThat(room.made("a")).isEqualTo(4);
            assertThat(room.made("b")).isEqualTo(4);
        }
    }

    @Test
    void whileTenantsWaitOnlyHalfOfThemAreMade() {
        quiet.set(false);
        try (StockKeeper keeper = keeper(8)) {
            keeper.start();
            awaitLooks(5);
            assertThat(room.made("a")).isEqualTo(4);
            quiet.set(true);
            Await.until("all of them", () -> room.made("a") == 8);
        }
    }

    @Test
    void whatFailsIsToldAndHoldsUpNeitherTheOthersNorTheNextLook() {
        room.broken = "a";
        try (StockKeeper keeper = keeper(2)) {
            keeper.start();
            Await.until("failures", () -> failures.get() > 1);
            Await.until("the other", () -> room.made("b") == 2);
            room.unlisted = true;
            int before = failures.get();
            Await.until("failures to look", () -> failures.get() > before + 1);
            room.unlisted = false;
            room.broken = "";
            Await.until("the first", () -> room.made("a") == 2);
        }
    }

    @Test
    void whoWantsNoneGetsNone() {
        try (StockKeeper keeper = keeper(0)) {
            keeper.start();
        }
        assertThat(room.looks).hasValue(0);
    }

    private StockKeeper keeper(int least) {
        return new StockKeeper(
                room, least, PAUSE, quiet::get, (connection, failure) -> failures.incrementAndGet(), "test");
    }

    private void awaitLooks(int more) {
        int until = room.looks.get() + more;
        Await.until("looks", () -> room.looks.get() > until);
    }

    private static final class Room implements StockRoom {

        private final Map<String, Integer> made = new ConcurrentHashMap<>();
        private final AtomicInteger looks = new AtomicInteger();
        private volatile String broken = "";
        private volatile boolean unlisted;

        int made(String connection) {
            return made.getOrDefault(connection, 0);
        }

        @Override
        public List<String> connections() {
            looks.incrementAndGet();
            if (unlisted) {
                throw new IllegalStateException("no list");
            }
            return List.of("a", "b");
        }

        @Override
        public boolean add(String connectionName, int enough) {
            if (broken.equals(connectionName)) {
                throw new IllegalStateException("no connection");
            }
            boolean missing = made(connectionName) < enough;
            if (missing) {
                made.merge(connectionName, 1, Integer::sum);
            }
            return missing;
        }
    }
}
