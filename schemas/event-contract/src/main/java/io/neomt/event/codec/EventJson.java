package io.neomt.event.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.neomt.event.Event;
import io.neomt.event.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Reads an event that a person wrote, as JSON with the fields of its newest Avro schema. Strict: what is unknown, missing
 * or of another type is refused, and so is a value that the codec would not read.
 */
public final class EventJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final AvroEventCodec codec;

    public EventJson(AvroEventCodec codec) {
        this.codec = codec;
    }

    /** @throws UndecodableEventException saying what is wrong */
    public Event read(String wireType, String json) {
        EventType type = EventType.ofWireName(wireType)
                .orElseThrow(() -> new UndecodableEventException("no event has the type " + wireType));
        Schema schema = Records.currentSchema(type);
        byte[] payload = bytes(schema, record(schema, tree(json), "event"));
        return switch (codec.decode(wireType, SchemaNormalization.parsingFingerprint64(schema), payload)) {
            case Decoded.Known known -> known.event();
            case Decoded.Unknown unknown ->
                throw new UndecodableEventException("no event has the type " + unknown.wireType());
        };
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UndecodableEventException("the event is not JSON", e);
        }
    }

    private static GenericRecord record(Schema schema, JsonNode node, String at) {
        if (!(node instanceof ObjectNode object)) {
            throw wrong(at, "an object");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (schema.getField(name) == null) {
                throw new UndecodableEventException(at + " has no field " + name);
            }
        });
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = object.get(field.name());
            String place = at + "." + field.name();
            if (value != null) {
                record.put(field.pos(), value(field.schema(), value, place));
            } else if (field.hasDefaultValue()) {
                record.put(field.pos(), GenericData.get().getDefaultValue(field));
            } else {
                throw new UndecodableEventException(place + " is missing");
            }
        }
        return record;
    }

    private static Object value(Schema schema, JsonNode node, String at) {
        return switch (schema.getType()) {
            case STRING -> require(node.isTextual(), at, "a text", node.textValue());
            case BOOLEAN -> require(node.isBoolean(), at, "true or false", node.booleanValue());
            case INT -> require(node.isIntegralNumber() && node.canConvertToInt(), at, "an integer", node.intValue());
            case LONG ->
                require(node.isIntegralNumber() && node.canConvertToLong(), at, "an integer", node.longValue());
            case RECORD -> record(schema, node, at);
            case ARRAY -> array(schema, node, at);
            case UNION -> optional(schema, node, at);
            case NULL, ENUM, MAP, FIXED, BYTES, FLOAT, DOUBLE ->
                throw new IllegalStateException("no event has a field of the type " + schema.getType());
        };
    }

    private static GenericData.Array<Object> array(Schema schema, JsonNode node, String at) {
        require(node.isArray(), at, "a list", node);
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(value(schema.getElementType(), node.get(i), at + "[" + i + "]"));
        }
        return new GenericData.Array<>(schema, items);
    }

    @SuppressWarnings("NullAway") // Avro's null is Java's
    private static Object optional(Schema schema, JsonNode node, String at) {
        return node.isNull()
                ? null
                : value(
                        schema.getTypes().stream()
                                .filter(each -> each.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow(),
                        node,
                        at);
    }

    private static <T> T require(boolean holds, String at, String what, T value) {
        if (!holds) {
            throw wrong(at, what);
        }
        return value;
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
