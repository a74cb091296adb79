package io.neomt.e2e.faults;

import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Wall clocks of services that jump while these work. A library that stands before the system's does it, which is compiled
 * where there is a compiler of C; without one this fault is not done.
 */
final class Clocks {

    private static final int BETWEEN = 60;
    private static final List<ServiceName> MOVED =
            List.of(ServiceName.COMMAND_SERVICE, ServiceName.PROJECTION_SERVICE, ServiceName.QUERY_API);
    /** Less than a token holds. */
    private static final List<Duration> JUMPS =
            List.of(Duration.ofMinutes(40), Duration.ofMinutes(-40), Duration.ofSeconds(-7), Duration.ZERO);

    private Clocks() {}

    static String moved(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("neo-test-clock-");
        Path library = folder.resolve("clock.so");
        Path source = folder.resolve("clock.c");
        try (InputStream text = Objects.requireNonNull(Clocks.class.getResourceAsStream("/faults/clock.c"))) {
            Files.copy(text, source);
        }
        if (!Signals.works("sh", "-c", "command -v cc >/dev/null 2>&1")) {
            throw new NotPossibleException("there is no compiler of C");
        }
        Signals.run("cc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl");
        Path offset = folder.resolve("offset");
        set(offset, Duration.ZERO);
        restart(platform, Map.of("LD_PRELOAD", library.toString(), "NEO_TEST_CLOCK", offset.toString()));
        for (Duration jump : JUMPS) {
            set(offset, jump);
            load.goesOn(BETWEEN);
        }
        restart(platform, Map.of());
        return "by " + JUMPS;
    }

    private static void restart(FaultPlatform platform, Map<String, String> environment)
            throws IOException, InterruptedException {
        platform.environment(environment);
        for (ServiceName service : MOVED) {
            platform.service(service).end();
            platform.start(service).awaitReady();
        }
    }

    private static void set(Path file, Duration offset) throws IOException {
        Files.write(
                file,
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putLong(offset.toSeconds())
                        .array(),
                // never shorter than what is mapped
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }
}
