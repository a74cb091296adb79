package io.neomt.event.registry;

import io.neomt.event.EventType;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The value of a record on Kafka as every Confluent-compatible reader expects it: a zero byte, the schema's id in four bytes,
 * most significant first, then Avro binary.
 */
public final class ConfluentFrame {

    private static final byte MAGIC = 0;
    private static final int HEADER = 1 + Integer.BYTES;

    private final SchemaRegistry registry;
    private final AvroEventCodec codec;

    public ConfluentFrame(SchemaRegistry registry, AvroEventCodec codec) {
        this.registry = registry;
        this.codec = codec;
    }

    /**
     * @throws SchemaRegistryException when the registry does not give the schema's id
     * @throws UndecodableEventException when no released schema has the event's fingerprint
     */
    public byte[] frame(EncodedEvent event) {
        Schema schema = codec.writerSchema(event.type(), event.schemaFingerprint());
        return ByteBuffer.allocate(HEADER + event.payload().length)
                .put(MAGIC)
                .putInt(registry.idOf(schema))
                .put(event.payload())
                .array();
    }

    /**
     * Reads the value of a record; a kind of event that this version does not know needs no registry.
     *
     * @throws UndecodableEventException when the bytes can never be read
     * @throws SchemaRegistryException when the registry, which alone knows the schema, cannot be asked now
     */
    public Decoded unframe(String wireType, byte @Nullable [] value) {
        Optional<EventType> type = EventType.ofWireName(wireType);
        if (type.isEmpty()) {
            return new Decoded.Unknown(wireType);
        }
        if (value == null || value.length < HEADER || value[0] != MAGIC) {
            throw new UndecodableEventException("cannot read " + wireType + ": the value has no Confluent frame");
        }
        int id = ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
        return codec.decode(type.get(), writerSchema(wireType, id), value, HEADER);
    }

    private Schema writerSchema(String wireType, int id) {
        if (id < 0) {
            throw new UndecodableEventException("cannot read " + wireType + ": the frame holds a negative schema id");
        }
        try {
            return registry.byId(id);
        } catch (SchemaRegistryException e) {
            if (e.reason() == Reason.UNAVAILABLE) {
                throw e;
            }
            throw new UndecodableEventException("cannot read " + wireType + ": " + e.getMessage(), e);
        }
    }
}
