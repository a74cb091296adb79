package io.neomt.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.platform.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the faults, in short; the others need servers of their own, see {@link FaultSuite}. */
class FaultsTest {

    @TempDir
    private Path folder;

    @Test
    void killedServicesAndAnEmptyRedisLoseNothingAndAnswerNothingWrong() throws Exception {
        long seed = System.nanoTime();
        Fault all = new Fault("short", "services killed, sets flushed", 1, (platform, load) -> {
            platform.service(ServiceName.COMMAND_SERVICE).kill();
            platform.service(ServiceName.PROJECTION_SERVICE).kill();
            platform.start(ServiceName.COMMAND_SERVICE);
            platform.start(ServiceName.PROJECTION_SERVICE);
            return Caches.flushed(platform, load);
        });
        try (Ground ground = Ground.shared();
                FaultPlatform platform = new FaultPlatform(
                        ground,
                        folder,
                        System.getProperty("java.class.path"),
                        Set.of(ServiceName.QUERY_API, ServiceName.PROVISIONING_WORKER))) {
            Outcome outcome = Round.of(all, platform, seed);
            System.out.println(new Report(seed, List.of(outcome)).table());
            assertThat(outcome.verdict().findings()).as("seed %d", seed).isEmpty();
        }
    }
}
