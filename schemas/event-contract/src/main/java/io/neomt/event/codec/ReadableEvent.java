package io.neomt.event.codec;

import io.neomt.event.Event;
import io.neomt.event.EventType;
import io.neomt.event.chain.JsonText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** What happened, for people and for programs without Avro: JSON with the names and in the order of the schema. */
public final class ReadableEvent {

    private final SchemaHistory history;
    /** Made once for each schema, and shared: a reader holds no state of a single read. */
    private final Map<Schema, GenericDatumReader<IndexedRecord>> readers = new ConcurrentHashMap<>();

    /** @param history of the schemas that events were written with */
    public ReadableEvent(SchemaHistory history) {
        this.history = history;
    }

    /** As this version of the platform writes it. */
    public static String json(Event event) {
        return JsonText.of(value(Records.toAvro(event)));
    }

    /**
     * As it was written, with the fields that there were then: the same whichever version of the platform tells it. Empty for
     * an event of a kind or a schema that came later, and for bytes that are none.
     */
    public Optional<String> json(String wireType, long schemaFingerprint, byte[] payload) {
        return EventType.ofWireName(wireType)
                .flatMap(type -> history.find(type, schemaFingerprint))
                .flatMap(schema -> read(schema, payload))
                .map(record -> JsonText.of(value(record)));
    }

    private Optional<IndexedRecord> read(Schema writer, byte[] payload) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(payload, null);
        try {
            IndexedRecord record = readers.computeIfAbsent(writer, schema -> new GenericDatumReader<>(schema))
                    .read(null, decoder);
            return decoder.isEnd() ? Optional.of(record) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case IndexedRecord record -> fields(record);
            case Collection<?> items -> items(items);
            case Map<?, ?> map -> map(map);
            case null -> null;
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> fields(IndexedRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), value(record.get(field.pos())));
        }
        return fields;
    }

    private static List<@Nullable Object> items(Collection<?> items) {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item)));
        return values;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        map.forEach((key, item) -> values.put(key.toString(), value(item)));
        return JsonText.inOrder(values);
    }
}
