package io.neomt.event.chain;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One event in an export: all that its hash is made of, the hash, and what happened, readable. Whoever reads a row back and
 * writes it again gets the same line, byte for byte, or it is not the line that was exported.
 *
 * @param readable what happened, as JSON; null where it was not known how to read it
 */
public record ExportedRow(
        RecordedEvent event, EventHash hash, @Nullable String readable) {

    /** The names of the fields, in order. */
    public static final List<String> FIELDS = Arrays.asList(
            "tenant_id",
            "position",
            "event_id",
            "type",
            "subject",
            "time",
            "actor",
            "reason",
            "request_id",
            "correlation_id",
            "causation_id",
            "traceparent",
            "schema_fingerprint",
            "payload",
            "hash",
            "event");

    /** What a file of comma-separated values begins with, without the end of the line. */
    public static String csvHeader() {
        return String.join(",", FIELDS);
    }

    /** Without the end of the line. */
    public String json() {
        StringBuilder out = new StringBuilder("{");
        texts().forEach((name, value) -> {
            JsonText.write(out, name);
            out.append(':');
            JsonText.write(
                    out,
                    name.equals("position")
                            ? (Object) event.metadata().position().value()
                            : value);
            out.append(',');
        });
        return out.append("\"event\":").append(readable).append('}').toString();
    }

    /** Without the end of the line. A field that is not there is empty; one that is has quotes where it needs them. */
    public String csv() {
        Map<String, @Nullable String> texts = texts();
        texts.put("event", readable);
        return texts.values().stream().map(CsvText::of).collect(Collectors.joining(","));
    }

    private Map<String, @Nullable String> texts() {
        EventMetadata metadata = event.metadata();
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("tenant_id", metadata.tenantId().toString());
        texts.put("position", metadata.position().toString());
        texts.put("event_id", metadata.id().toString());
        texts.put("type", event.type());
        texts.put("subject", metadata.subject());
        texts.put("time", EventChain.time(metadata.time()));
        texts.put("actor", metadata.actor());
        texts.put("reason", metadata.reason());
        texts.put("request_id", metadata.requestId());
        texts.put("correlation_id", metadata.correlationId());
        texts.put("causation_id", metadata.causationId());
        texts.put("traceparent", metadata.traceparent());
        texts.put("schema_fingerprint", EventChain.fingerprint(event.schemaFingerprint()));
        texts.put("payload", Base64.getEncoder().encodeToString(event.payload()));
        texts.put("hash", hash.hex());
        return texts;
    }
}
