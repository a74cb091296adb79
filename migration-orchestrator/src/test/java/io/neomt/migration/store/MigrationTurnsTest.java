package io.neomt.migration.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.migration.EmptyDatabase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationTurnsTest {

    private static final Instant DUE = Instant.parse("2026-03-01T02:00:00Z");

    @Test
    void oneOfManyTakesWhatIsDueAndNobodyTakesWhatIsOver() throws Exception {
        try (EmptyDatabase database = new EmptyDatabase()) {
            new FlywayAdminSchema(
                            database.database().pool(), List.of("classpath:" + io.neomt.view.Migrations.ADMIN.folder()))
                    .apply();
            List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Boolean>)
                            () -> new MigrationTurns(database.database(), "orchestrator " + i).take("nightly", DUE))
                    .toList();

            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                int taken = 0;
                for (Future<Boolean> each : threads.invokeAll(attempts)) {
                    taken += each.get() ? 1 : 0;
                }
                assertThat(taken).isOne();
            }
            MigrationTurns turns = new MigrationTurns(database.database(), "late");
            assertThat(turns.take("nightly", DUE.minusSeconds(60))).isFalse();
            assertThat(turns.take("nightly", DUE.plusSeconds(60))).isTrue();
            assertThat(turns.take("other", DUE)).isTrue();
        }
    }
}
