package io.neomt.event.codec;

import io.neomt.event.Event;
import io.neomt.event.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Events as Avro records, written with the newest schema and read with the one they were written with. */
public final class AvroEventCodec implements EventCodec {

    private static final int USUAL_SIZE = 192;

    private final SchemaHistory history;
    private final Map<EventType, Long> currentFingerprints = new EnumMap<>(EventType.class);
    private final Map<EventType, SpecificDatumWriter<SpecificRecord>> writers = new EnumMap<>(EventType.class);
    private final Map<EventType, RecordReaders> readers = new EnumMap<>(EventType.class);

    public AvroEventCodec() {
        this(SchemaHistory.shipped());
    }

    public AvroEventCodec(SchemaHistory history) {
        this.history = history;
        for (EventType type : EventType.values()) {
            Schema current = Records.currentSchema(type);
            RecordModel model = new RecordModel(type);
            currentFingerprints.put(type, SchemaNormalization.parsingFingerprint64(current));
            writers.put(type, new SpecificDatumWriter<>(current, model));
            readers.put(type, new RecordReaders(current, model));
        }
    }

    @Override
    public EncodedEvent encode(Event event) {
        EventType type = EventType.of(event);
        return new EncodedEvent(type, get(currentFingerprints, type), bytes(type, Records.toAvro(event)));
    }

    @Override
    public Decoded decode(String wireType, long schemaFingerprint, byte[] payload) {
        Optional<EventType> type = EventType.ofWireName(wireType);
        if (type.isEmpty()) {
            return new Decoded.Unknown(wireType);
        }
        return decode(type.get(), writerSchema(type.get(), schemaFingerprint), payload, 0);
    }

    /**
     * Reads a payload whose schema came from elsewhere than this jar: from a registry, which may know a newer one.
     *
     * @param offset where in the value the payload begins; it ends with the value
     * @throws UndecodableEventException when the bytes do not fit the schema, or the schema does not fit the type
     */
    public Decoded decode(EventType type, Schema writer, byte[] value, int offset) {
        try {
            return new Decoded.Known(Records.toEvent(type, get(readers, type).read(writer, value, offset)));
        } catch (IOException | RuntimeException e) {
            throw new UndecodableEventException("cannot read " + type.wireName() + ": " + e.getMessage(), e);
        }
    }

    /**
     * The schema that an event of this type was written with.
     *
     * @throws UndecodableEventException when no released schema has the fingerprint
     */
    public Schema writerSchema(EventType type, long fingerprint) {
        return history.find(type, fingerprint)
                .orElseThrow(() -> new UndecodableEventException("cannot read " + type.wireName()
                        + ": no released schema has the fingerprint " + Long.toHexString(fingerprint)));
    }

    private byte[] bytes(EventType type, SpecificRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            get(writers, type).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /** Every map of this class holds every type: the constructor fills them from {@link EventType#values()}. */
    private static <V> V get(Map<EventType, V> map, EventType type) {
        V value = map.get(type);
        if (value == null) {
            throw new IllegalStateException("no entry for " + type);
        }
        return value;
    }
}
