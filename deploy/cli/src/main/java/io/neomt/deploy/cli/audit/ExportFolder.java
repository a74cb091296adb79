package io.neomt.deploy.cli.audit;

import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.ExportFormat;
import io.neomt.event.chain.ExportManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of an export. No other name is ever written or read, whatever an archive or a manifest says. */
record ExportFolder(Path folder) {

    private static final Set<String> DATA =
            Stream.of(ExportFormat.values()).map(ExportFormat::fileName).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> NAMES = Stream.concat(
                    DATA.stream(),
                    Stream.of(
                            ExportManifest.FILE_NAME, ExportManifest.SIGNATURE_FILE_NAME, ExportManifest.KEY_FILE_NAME))
            .collect(Collectors.toUnmodifiableSet());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws BrokenExportException when the archive holds something else */
    static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!NAMES.contains(entry.getName())) {
                    throw new BrokenExportException("the platform sent a file that belongs to no export");
                }
                Files.copy(zip, folder.resolve(entry.getName()));
            }
        }
    }

    /** @throws BrokenExportException when there is none */
    byte[] manifestBytes() throws IOException {
        return read(ExportManifest.FILE_NAME)
                .orElseThrow(() -> new BrokenExportException("there is no " + ExportManifest.FILE_NAME + " in " + folder
                        + ": it is no export, or one that was" + " not finished"));
    }

    /** @throws BrokenExportException when it is not readable */
    ExportManifest manifest() throws IOException {
        try {
            return manifest(JSON.readTree(manifestBytes()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new BrokenExportException(ExportManifest.FILE_NAME + " is no manifest of an export");
        }
    }

    private static ExportManifest manifest(JsonNode json) {
        if (!json.path("format").asString("").equals(ExportManifest.FORMAT)) {
            throw new IllegalArgumentException("another format");
        }
        List<ExportManifest.File> files =
                json.path("files").valueStream().map(ExportFolder::file).toList();
        return new ExportManifest(
                TenantId.of(json.path("tenant_id").asString("")),
                json.path("tenant_slug").asString(""),
                Instant.parse(json.path("exported_at").asString("")),
                new Position(json.path("first_position").asLong(-1)),
                new Position(json.path("last_position").asLong(-1)),
                new EventHash(json.path("hash_before").asString("")),
                new EventHash(json.path("last_hash").asString("")),
                files);
    }

    private static ExportManifest.File file(JsonNode json) {
        String name = json.path("name").asString("");
        if (!DATA.contains(name)) {
            throw new IllegalArgumentException("no file of an export");
        }
        return new ExportManifest.File(
                name, json.path("bytes").asLong(-1), json.path("sha256").asString(""));
    }

    Optional<String> text(String name) throws IOException {
        return read(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> read(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }
}
