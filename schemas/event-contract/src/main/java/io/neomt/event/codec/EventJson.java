package io.neomt.event.codec;

import io.neomt.event.Event;
import io.neomt.event.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event that a person wrote, as JSON with the fields of its newest Avro schema: maps, lists, texts, numbers, truth
 * values and null. Strict: what is unknown, missing or of another type is refused, and so is a value that the codec would
 * not read.
 */
public final class EventJson {

    private final AvroEventCodec codec;

    public EventJson(AvroEventCodec codec) {
        this.codec = codec;
    }

    /**
     * @param json as any parser gives it
     * @throws UndecodableEventException saying what is wrong
     */
    public Event read(String wireType, @Nullable Object json) {
        EventType type = EventType.ofWireName(wireType)
                .orElseThrow(() -> new UndecodableEventException("no event has the type " + wireType));
        Schema schema = Records.currentSchema(type);
        byte[] payload = bytes(schema, record(schema, json, "event"));
        return switch (codec.decode(wireType, SchemaNormalization.parsingFingerprint64(schema), payload)) {
            case Decoded.Known known -> known.event();
            case Decoded.Unknown unknown ->
                throw new UndecodableEventException("no event has the type " + unknown.wireType());
        };
    }

    private static GenericRecord record(Schema schema, @Nullable Object node, String at) {
        if (!(node instanceof Map<?, ?> object)) {
            throw wrong(at, "an object");
        }
        object.keySet().forEach(name -> {
            if (schema.getField(String.valueOf(name)) == null) {
                throw new UndecodableEventException(at + " has no field " + name + ", only "
                        + schema.getFields().stream().map(Schema.Field::name).collect(Collectors.joining(", ")));
            }
        });
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            String place = at + "." + field.name();
            if (object.containsKey(field.name())) {
                record.put(field.pos(), value(field.schema(), object.get(field.name()), place));
            } else if (field.hasDefaultValue()) {
                record.put(field.pos(), GenericData.get().getDefaultValue(field));
            } else {
                throw new UndecodableEventException(place + " is missing");
            }
        }
        return record;
    }

    private static @Nullable Object value(Schema schema, @Nullable Object node, String at) {
        return switch (schema.getType()) {
            case STRING -> require(String.class, node, at, "a text");
            case BOOLEAN -> require(Boolean.class, node, at, "true or false");
            case INT -> require(Integer.class, node, at, "an integer");
            case LONG ->
                node instanceof Integer small ? Long.valueOf(small) : require(Long.class, node, at, "an integer");
            case RECORD -> record(schema, node, at);
            case ARRAY -> array(schema, node, at);
            case UNION -> node == null ? null : value(present(schema), node, at);
            case NULL, ENUM, MAP, FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalStateException("no event has a field of the type " + schema.getType());
        };
    }

    private static GenericData.Array<Object> array(Schema schema, @Nullable Object node, String at) {
        GenericData.Array<Object> items = new GenericData.Array<>(0, schema);
        for (Object item : require(List.class, node, at, "a list")) {
            items.add(value(schema.getElementType(), item, at + "[" + items.size() + "]"));
        }
        return items;
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(each -> each.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static <T> T require(Class<T> type, @Nullable Object value, String at, String what) {
        if (!type.isInstance(value)) {
            throw wrong(at, what);
        }
        return type.cast(value);
    }

    private static UndecodableEventException wrong(String at, String what) {
        return new UndecodableEventException(at + " has to be " + what);
    }

    private static byte[] bytes(Schema schema, GenericRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UndecodableEventException("the event cannot be written", e);
        }
        return out.toByteArray();
    }
}
