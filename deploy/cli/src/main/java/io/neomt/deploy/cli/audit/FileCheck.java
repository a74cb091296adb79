package io.neomt.deploy.cli.audit;

import io.neomt.event.chain.ExportCheck;
import io.neomt.event.chain.ExportFormat;
import io.neomt.event.chain.ExportManifest;
import io.neomt.event.chain.Finding;
import io.neomt.event.chain.RecordedEvent;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through one file of an export, however large it is. */
final class FileCheck {

    /** Of one line; an event is far smaller. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final ExportManifest manifest;
    private final Function<RecordedEvent, Optional<String>> readable;

    /** @param readable what happened, as JSON, where it is known how to read it */
    FileCheck(ExportManifest manifest, Function<RecordedEvent, Optional<String>> readable) {
        this.manifest = manifest;
        this.readable = readable;
    }

    /**
     * What is wrong with a file.
     *
     * @param problem with the file as a whole; null where there is none, or where the findings say it all
     * @param unreadable how many events were written by a newer release, and cannot be told in words by this one
     */
    record Result(List<Finding> findings, @Nullable String problem, long unreadable) {}

    Result check(Path file, ExportFormat format, ExportManifest.File expected) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Result(List.of(), "is missing", 0);
        }
        ExportCheck check = new ExportCheck(manifest, format, readable);
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest)) {
            boolean headed = header(in, format);
            lines(in, check);
            boolean same = HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())
                    && Files.size(file) == expected.bytes();
            return new Result(check.findings(), problem(headed, same, check), check.unreadable());
        }
    }

    private static @Nullable String problem(boolean headed, boolean same, ExportCheck check) {
        if (!headed) {
            return "was changed: its first line names other fields";
        }
        return same || !check.findings().isEmpty() ? null : "was changed: it is not the file of the manifest";
    }

    private static boolean header(InputStream in, ExportFormat format) throws IOException {
        Optional<String> header = format.header();
        if (header.isEmpty()) {
            return true;
        }
        Line first = next(in);
        return header.get().equals(new String(first.bytes(), StandardCharsets.UTF_8)) && first.ended();
    }

    private static void lines(InputStream in, ExportCheck check) throws IOException {
        Line line = next(in);
        while (line.ended()) {
            check.line(line.bytes());
            line = next(in);
        }
        if (line.bytes().length > 0) {
            check.line(line.bytes());
            check.truncated();
        }
        check.end();
    }

    /** @param ended whether the end of the line was there */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Line(byte[] bytes, boolean ended) {}

    private static Line next(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1_024);
        int b = in.read();
        while (b >= 0 && b != '\n' && out.size() < MOST_BYTES) {
            out.write(b);
            b = in.read();
        }
        return new Line(out.toByteArray(), b >= 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime offers no SHA-256", e);
        }
    }
}
