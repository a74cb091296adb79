package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.SigningKey;
import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.chain.ExportFormat;
import io.neomt.event.chain.ExportManifest;
import io.neomt.query.audit.SealedLog;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes all that happened in a tenant as a ZIP file: each form of it, then the manifest and its signature. Without the
 * manifest, as where reading fails on the way, an export is none.
 */
final class AuditExport {

    private final SealedLog log;
    private final @Nullable SigningKey key;

    AuditExport(SealedLog log, @Nullable SigningKey key) {
        this.log = log;
        this.key = key;
    }

    void write(Tenant tenant, SealedLog.Seal seal, Instant now, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        List<ExportManifest.File> files = new ArrayList<>();
        for (ExportFormat format : ExportFormat.values()) {
            files.add(write(tenant, seal.position(), format, zip));
        }
        ExportManifest manifest = new ExportManifest(
                tenant.id(),
                tenant.slug(),
                now,
                Position.NONE.next(),
                seal.position(),
                EventHash.NONE,
                seal.hash(),
                files);
        byte[] bytes = manifest.json().getBytes(StandardCharsets.UTF_8);
        entry(zip, ExportManifest.FILE_NAME, bytes);
        if (key != null) {
            entry(zip, ExportManifest.SIGNATURE_FILE_NAME, text(key.sign(bytes) + "\n"));
            entry(zip, ExportManifest.KEY_FILE_NAME, text(key.publicPem()));
        }
        zip.finish();
    }

    private ExportManifest.File write(Tenant tenant, Position upTo, ExportFormat format, ZipOutputStream zip)
            throws IOException {
        zip.putNextEntry(new ZipEntry(format.fileName()));
        Lines lines = new Lines(zip);
        format.header().ifPresent(lines::add);
        log.rows(tenant.id(), upTo, row -> lines.add(format.line(row)));
        zip.closeEntry();
        return lines.file(format.fileName());
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lines on their way, counted. */
    private static final class Lines {

        private final ZipOutputStream zip;
        private final MessageDigest digest = sha256();
        private long size;

        Lines(ZipOutputStream zip) {
            this.zip = zip;
        }

        void add(String line) {
            byte[] bytes = text(line + "\n");
            digest.update(bytes);
            size += bytes.length;
            try {
                zip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException("whoever asked for the export is gone", e);
            }
        }

        ExportManifest.File file(String name) {
            return new ExportManifest.File(name, size, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("this runtime offers no SHA-256", e);
            }
        }
    }
}
