package io.neomt.event.chain;

import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an export holds: signed, it proves the rest.
 *
 * @param before the hash of the event before the first one
 * @param lastHash the hash of the last event, and so of all of them; that before where there are none
 */
public record ExportManifest(
        TenantId tenant,
        String slug,
        Instant exportedAt,
        Position first,
        Position last,
        EventHash before,
        EventHash lastHash,
        List<File> files) {

    /** Changes with the form of the files or of this one. */
    public static final String FORMAT = "neo-audit-export/1";

    public static final String FILE_NAME = "manifest.json";

    /** The signature of the manifest's bytes: Ed25519, in base64. */
    public static final String SIGNATURE_FILE_NAME = "manifest.sig";

    /** The key that the signature is to be checked with, if its reader trusts it. */
    public static final String KEY_FILE_NAME = "public-key.pem";

    public ExportManifest {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param sha256 of its bytes, in lower-case hexadecimal digits
     */
    public record File(String name, long bytes, String sha256) {

        private Map<String, @Nullable Object> fields() {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("bytes", bytes);
            fields.put("sha256", sha256);
            return fields;
        }
    }

    /** How many events there are. */
    public long count() {
        return last.value() - first.value() + 1;
    }

    public String json() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("tenant_id", tenant.toString());
        fields.put("tenant_slug", slug);
        fields.put("exported_at", EventChain.time(exportedAt));
        fields.put("first_position", first.value());
        fields.put("last_position", last.value());
        fields.put("count", count());
        fields.put("hash_before", before.hex());
        fields.put("last_hash", lastHash.hex());
        fields.put("files", files.stream().map(File::fields).toList());
        return JsonText.of(fields) + "\n";
    }
}
