package io.neomt.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Each of {@link Weakenings} is found by its fault, {@code -Dtest.faults=weakened}, or some, {@code -Dtest.weakenings}. */
@EnabledIfSystemProperty(named = FaultSuite.WANTED, matches = "weakened")
class WeakenedBuilds {

    private static final String NOTHING = "nothing";
    private static final int MOST_TOLD = 4;

    @TempDir
    private Path folder;

    @Test
    void eachFaultFindsABuildThatIsWeakerWhereItStrikes() throws Exception {
        List<String> unseen = new ArrayList<>();
        for (Weakening weakening : wanted()) {
            Path own = Files.createDirectories(folder.resolve(weakening.name()));
            try (Ground ground = Ground.own(own.resolve("data"));
                    FaultPlatform platform = new FaultPlatform(ground, own, weakening.classPath(own))) {
                String without = seen(Faults.none(), platform);
                String with = seen(Faults.named(weakening.fault()), platform);
                System.out.printf(
                        "weakened: %s (%s)%n  without a fault: %s%n  %s: %s%n",
                        weakening.name(), weakening.text(), without, weakening.fault(), with);
                if (with.equals(NOTHING)) {
                    unseen.add(weakening.name());
                }
            }
        }
        assertThat(unseen).as("not seen by their faults").isEmpty();
    }

    private static String seen(Fault fault, FaultPlatform platform) throws Exception {
        List<String> findings =
                Round.of(fault, platform, System.nanoTime()).verdict().findings();
        return findings.isEmpty()
                ? NOTHING
                : findings.size() + " findings, as: "
                        + String.join("; ", findings.subList(0, Math.min(MOST_TOLD, findings.size())));
    }

    private static List<Weakening> wanted() {
        String names = System.getProperty("test.weakenings", "");
        return Weakenings.all().stream()
                .filter(each -> names.isEmpty() || List.of(names.split(",", -1)).contains(each.name()))
                .toList();
    }
}
