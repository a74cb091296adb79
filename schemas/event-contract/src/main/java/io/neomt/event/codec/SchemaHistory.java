package io.neomt.event.codec;

import io.neomt.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema that was ever released, from {@code avro-history/<record>/<version>.avsc} in this jar. Events are kept for
 * ever, so the schemas they were written with are shipped for ever.
 */
public final class SchemaHistory {

    private final Map<EventType, List<Schema>> versions = new EnumMap<>(EventType.class);
    private final Map<EventType, Map<Long, Schema>> byFingerprint = new EnumMap<>(EventType.class);

    private SchemaHistory() {
        for (EventType type : EventType.values()) {
            List<Schema> released = load(Records.currentSchema(type).getName());
            versions.put(type, released);
            Map<Long, Schema> prints = new HashMap<>();
            released.forEach(schema -> prints.put(SchemaNormalization.parsingFingerprint64(schema), schema));
            byFingerprint.put(type, Map.copyOf(prints));
        }
    }

    public static SchemaHistory shipped() {
        return new SchemaHistory();
    }

    /** Oldest first; never empty. */
    public List<Schema> versionsOf(EventType type) {
        return versions.getOrDefault(type, List.of());
    }

    public Schema newestOf(EventType type) {
        return versionsOf(type).getLast();
    }

    /** The released schema of this type with this CRC-64-AVRO fingerprint. */
    public Optional<Schema> find(EventType type, long fingerprint) {
        return Optional.ofNullable(byFingerprint.getOrDefault(type, Map.of()).get(fingerprint));
    }

    private static List<Schema> load(String record) {
        List<Schema> schemas = new ArrayList<>();
        for (int version = 1; ; version++) {
            Optional<Schema> schema = read("/avro-history/" + record + "/" + version + ".avsc");
            if (schema.isEmpty()) {
                break;
            }
            schemas.add(schema.get());
        }
        if (schemas.isEmpty()) {
            throw new IllegalStateException("no released schema of " + record + " is shipped");
        }
        return List.copyOf(schemas);
    }

    private static Optional<Schema> read(String resource) {
        try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(new Schema.Parser(NameValidator.STRICT_VALIDATOR).parse(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
