package io.neomt.deploy.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reports that a test run leaves in each module, added up. */
record TestReports(List<Path> files) {

    private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*>");
    private static final Pattern COUNT = Pattern.compile(" (tests|errors|skipped|failures)=\"(\\d+)\"");
    private static final int DEPTH = 5;

    static TestReports in(Path root) {
        try (Stream<Path> files = Files.find(root, DEPTH, (file, _) -> isReport(file))) {
            return new TestReports(files.toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look for test reports in " + root, failure);
        }
    }

    /** Removes what earlier runs left, so that it is not counted again. */
    void clear() {
        for (Path file : files) {
            try {
                Files.delete(file);
            } catch (IOException failure) {
                throw new UncheckedIOException("cannot remove the report " + file, failure);
            }
        }
    }

    /** {@code Tests: N passed, N failed}, and the skipped ones where there are any. */
    String closingLine() {
        int tests = 0;
        int failed = 0;
        int skipped = 0;
        for (Path file : files) {
            Matcher suite = SUITE.matcher(read(file));
            if (suite.find()) {
                Matcher count = COUNT.matcher(suite.group());
                while (count.find()) {
                    int number = Integer.parseInt(count.group(2));
                    switch (count.group(1)) {
                        case "tests" -> tests += number;
                        case "skipped" -> skipped += number;
                        default -> failed += number;
                    }
                }
            }
        }
        String line = "Tests: " + (tests - failed - skipped) + " passed, " + failed + " failed";
        return skipped == 0 ? line : line + ", " + skipped + " skipped";
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-")
                && name.endsWith(".xml")
                && file.resolveSibling(".").normalize().endsWith(Path.of("target", "surefire-reports"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the report " + file, failure);
        }
    }
}
