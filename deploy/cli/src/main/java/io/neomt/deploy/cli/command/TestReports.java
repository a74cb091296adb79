package io.neomt.deploy.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The reports that a test run leaves in each module, added up. */
record TestReports(List<Path> files) {

    private static final int DEPTH = 5;
    private static final int MOST_LINES_OF_A_FAILURE = 12;

    /** What the reports say together: how many tests there were, and what went wrong in those that failed. */
    record Outcome(int tests, int skipped, List<String> failures) {

        /** Each failed test with what it says of itself, and {@code Tests: N passed, N failed} as the last line. */
        String told() {
            int passed = tests - skipped - failures.size();
            String closing = "Tests: " + passed + " passed, " + failures.size() + " failed"
                    + (skipped == 0 ? "" : ", " + skipped + " skipped");
            return String.join(
                    "\n", Stream.concat(failures.stream(), Stream.of(closing)).toList());
        }
    }

    static TestReports in(Path root) {
        try (Stream<Path> files = Files.find(root, DEPTH, (file, _) -> isReport(file))) {
            return new TestReports(files.sorted().toList());
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

    Outcome outcome() {
        int tests = 0;
        int skipped = 0;
        List<String> failures = new ArrayList<>();
        for (Path file : files) {
            Outcome one = read(file);
            tests += one.tests();
            skipped += one.skipped();
            failures.addAll(one.failures());
        }
        return new Outcome(tests, skipped, List.copyOf(failures));
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-")
                && name.endsWith(".xml")
                && file.resolveSibling(".").normalize().endsWith(Path.of("target", "surefire-reports"));
    }

    private static Outcome read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int tests = 0;
            int skipped = 0;
            List<String> failures = new ArrayList<>();
            String test = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "testcase" -> {
                            tests++;
                            test = attribute(reader, "classname") + "." + attribute(reader, "name");
                        }
                        case "skipped" -> skipped++;
                        case "failure", "error" ->
                            failures.add(reader.getLocalName().toUpperCase(Locale.ROOT) + " " + test + "\n"
                                    + beginning(reader.getElementText()));
                        default -> {}
                    }
                }
            }
            return new Outcome(tests, skipped, failures);
        } catch (IOException | XMLStreamException failure) {
            throw new IllegalStateException("cannot read the report " + file, failure);
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static String beginning(String trace) {
        return trace.strip()
                .lines()
                .filter(line -> !line.isBlank())
                .limit(MOST_LINES_OF_A_FAILURE)
                .map(line -> "  " + line)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("  (it says nothing)");
    }
}
