package io.neomt.event.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaHistoryTest {

    private static final Path CURRENT = Path.of("src/main/avro");
    private static final Path HISTORY = Path.of("src/main/resources/avro-history");
    private static final Path CHECKSUMS = Path.of("src/test/resources/golden/avro-history.sha256");

    private final SchemaHistory history = SchemaHistory.shipped();

    @ParameterizedTest
    @EnumSource
    void theCurrentSchemaIsTheNewestReleasedOneByteForByte(EventType type) throws IOException {
        String record = history.newestOf(type).getName();
        int newest = history.versionsOf(type).size();
        assertThat(Files.readString(CURRENT.resolve(record + ".avsc")))
                .isEqualTo(Files.readString(HISTORY.resolve(record).resolve(newest + ".avsc")));
    }

    @ParameterizedTest
    @EnumSource
    void recordsAreNamedLikeTheEventsTheyStandFor(EventType type) {
        assertThat(history.newestOf(type).getNamespace()).isEqualTo("io.neomt.event.avro");
        assertThat(history.newestOf(type).getDoc()).startsWith(type.wireName() + ": ");
    }

    @Test
    void noReleasedSchemaEverChanges() throws IOException {
        assertThat(checksums())
                .as("released schemas are read for ever; a change is a new file, listed in " + CHECKSUMS)
                .isEqualTo(Files.readAllLines(CHECKSUMS));
    }

    @Test
    void everyShippedFileIsReachedByCountingVersionsFromOne() throws IOException {
        long reached = 0;
        for (EventType type : EventType.values()) {
            reached += history.versionsOf(type).size();
        }
        assertThat(checksums()).hasSize((int) reached);
    }

    private static List<String> checksums() throws IOException {
        try (var files = Files.walk(HISTORY)) {
            var sums = new TreeMap<String, String>();
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> sums.put(HISTORY.relativize(file).toString().replace('\\', '/'), sha256(file)));
            return sums.entrySet().stream()
                    .map(entry -> entry.getValue() + "  " + entry.getKey())
                    .toList();
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
