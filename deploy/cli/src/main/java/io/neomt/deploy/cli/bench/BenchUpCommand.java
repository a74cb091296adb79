package io.neomt.deploy.cli.bench;

import io.neomt.deploy.embedded.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;

/** {@code neo bench up}: how soon the platform is ready, and what memory it takes. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Calls ./neo up on an empty folder, and again on the same one. Memory is that of all its processes ten seconds after",
            "it was ready, what several share divided among them. Where there is no archive of classes yet, a call that is not",
            "measured leaves one. A quick run calls it once, with or without an archive, and looks four seconds later."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench up")
public final class BenchUpCommand extends Bench {

    /** Of classes, which a platform leaves behind for those after it. */
    private static final String ARCHIVE = ".neo/cds/platform.jsa";

    private static final double GOAL_SECONDS = 25;
    private static final double GOAL_GIGABYTES = 3;

    @Override
    public List<Row> run(Ground ground) throws IOException {
        // nothing else of the measurement is to be in the way
        ground.closePlatform();
        Path root = Path.of(Objects.requireNonNull(System.getenv("NEO_ROOT"), "call it as ./neo bench up"));
        if (!ground.quick() && !Files.exists(root.resolve(ARCHIVE))) {
            writeArchive(root, ground.folder().resolve("up-first"));
        }
        Path data = ground.folder().resolve("up");
        List<Row> rows = new ArrayList<>();
        try (ChildPlatform platform = new ChildPlatform(root, data)) {
            LockSupport.parkNanos(Duration.ofSeconds(ground.pick(4, 10)).toNanos());
            rows.add(start("on an empty folder", platform));
            rows.add(memory(platform));
            platform.parts().forEach((part, seconds) -> rows.add(Row.of("up, " + part, seconds, "s")));
        }
        if (!ground.quick()) {
            try (ChildPlatform platform = new ChildPlatform(root, data)) {
                rows.add(start("again on the same folder", platform));
            }
        }
        return rows;
    }

    private static void writeArchive(Path root, Path data) throws IOException {
        ChildPlatform platform = new ChildPlatform(root, data);
        // written when it ends
        platform.close();
    }

    private static Row start(String how, ChildPlatform platform) {
        double seconds = platform.seconds();
        return Row.of("up, " + how, seconds, "s")
                .beside("its servers alone", servers(platform.parts()))
                .goal("≤ 25 s", seconds <= GOAL_SECONDS);
    }

    private static Row memory(ChildPlatform platform) throws IOException {
        double gigabytes = platform.gigabytes();
        return Row.of("up, resident memory", gigabytes, "GB")
                .beside("its servers alone", platform.gigabytesOfServers())
                .goal("≤ 3 GB", gigabytes <= GOAL_GIGABYTES);
    }

    /** They start side by side and are done with the last of them. */
    private static double servers(Map<String, Double> parts) {
        return Arrays.stream(Part.values())
                .mapToDouble(part -> parts.getOrDefault(part.label(), 0.0))
                .max()
                .orElse(0);
    }
}
