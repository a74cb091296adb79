package io.neomt.event.codec;

import io.neomt.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The approved bytes of events: {@code <wire name>.<schema version>.hex}. */
final class GoldenFiles {

    private static final Path APPROVED = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Golden(long fingerprint, byte[] payload) {}

    private GoldenFiles() {}

    static Golden read(EventType type, int version) throws IOException {
        Map<String, String> lines = Files.readAllLines(APPROVED.resolve(name(type, version))).stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
        return new Golden(
                Long.parseUnsignedLong(lines.getOrDefault("fingerprint", ""), 16),
                HexFormat.of().parseHex(lines.getOrDefault("payload", "")));
    }

    static String approved(EventType type, int version) throws IOException {
        Path file = APPROVED.resolve(name(type, version));
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Writes what the codec makes today where it can be compared and, if it is meant, approved by copying it. */
    static String write(EncodedEvent event, int version) throws IOException {
        String text = "fingerprint %016x\npayload %s\n"
                .formatted(event.schemaFingerprint(), HexFormat.of().formatHex(event.payload()));
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(name(event.type(), version)), text);
        return text;
    }

    static List<String> allNames() throws IOException {
        try (var files = Files.list(APPROVED)) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".hex"))
                    .sorted()
                    .toList());
        }
    }

    static String name(EventType type, int version) {
        return type.wireName() + "." + version + ".hex";
    }
}
