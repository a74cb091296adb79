package io.neomt.event.codec;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads one kind of record, whatever schema it was written with. Resolving two schemas costs much more than reading an
 * event, so it is done once for each writer schema; the readers hold no state of a single read and are shared by all
 * threads.
 */
final class RecordReaders {

    private final Schema current;
    private final RecordModel model;
    private final Map<Schema, DatumReader<SpecificRecord>> byWriter = new ConcurrentHashMap<>();

    RecordReaders(Schema current, RecordModel model) {
        this.current = current;
        this.model = model;
    }

    SpecificRecord read(Schema writer, byte[] value, int offset) throws IOException {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, offset, value.length - offset, null);
        SpecificRecord record = readerFor(writer).read(null, decoder);
        if (!decoder.isEnd()) {
            throw new AvroTypeException("bytes are left over after the record");
        }
        return record;
    }

    private DatumReader<SpecificRecord> readerFor(Schema writer) {
        DatumReader<SpecificRecord> known = byWriter.get(writer);
        return known != null ? known : byWriter.computeIfAbsent(writer, this::resolve);
    }

    private DatumReader<SpecificRecord> resolve(Schema writer) {
        if (!writer.getFullName().equals(current.getFullName())) {
            throw new AvroTypeException("the schema is of " + writer.getFullName());
        }
        try {
            return new FastReaderBuilder(model).createDatumReader(writer, current);
        } catch (IOException e) {
            throw new AvroTypeException("the schema cannot be resolved", e);
        }
    }
}
