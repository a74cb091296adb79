package io.neomt.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The faults that {@code -Dtest.faults} names, or {@code all}, one after the other on one platform: {@code ./neo test --faults}. */
@EnabledIfSystemProperty(named = FaultSuite.WANTED, matches = "(?!weakened$).+")
class FaultSuite {

    static final String WANTED = "test.faults";

    @TempDir
    private Path folder;

    /** No service in this process does it. */
    @BeforeAll
    static void onlyErrorsAreLogged() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    @Test
    void nothingIsLostTwiceWrongOrOutOfOrderWhateverBreaks() throws Exception {
        long seed = Long.getLong("test.seed", System.nanoTime());
        List<Outcome> outcomes = new ArrayList<>();
        try (Ground ground = Ground.own(folder.resolve("data"));
                FaultPlatform platform = new FaultPlatform(ground, folder, System.getProperty("java.class.path"))) {
            for (Fault fault : wanted()) {
                System.out.println("fault: " + fault.text());
                outcomes.add(Round.of(fault, platform, seed));
            }
        } finally {
            Report report = new Report(seed, outcomes);
            report.write(Path.of("target", "faults.json"));
            System.out.println(report.table());
        }
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.verdict().findings())
                .as(outcome.fault().name())
                .isEmpty());
    }

    private static List<Fault> wanted() {
        String names = System.getProperty(WANTED);
        if (names.equals("all")) {
            return Faults.all();
        }
        return Stream.of(names.split(",", -1)).map(Faults::named).toList();
    }
}
