package io.neomt.projection.stream;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What is kept of a record: all that its event is made of. */
final class KeptRecord {

    private final long offset;
    private final Map<String, String> headers;
    private final byte @Nullable [] value;

    private KeptRecord(long offset, Map<String, String> headers, byte @Nullable [] value) {
        this.offset = offset;
        this.headers = headers;
        this.value = value;
    }

    long offset() {
        return offset;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] value() {
        return value;
    }

    static KeptRecord of(ConsumerRecord<String, byte[]> record) {
        return new KeptRecord(record.offset(), RecordReader.headers(record), record.value());
    }

    void write(OutputStream to) {
        try {
            DataOutputStream out = new DataOutputStream(to);
            out.writeLong(offset);
            out.writeInt(headers.size());
            for (Map.Entry<String, String> header : headers.entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be kept", e);
        }
    }

    /** All that were written one after the other. */
    static List<KeptRecord> all(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<KeptRecord> records = new ArrayList<>();
            while (in.available() > 0) {
                records.add(read(in));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept of records cannot be read", e);
        }
    }

    private static KeptRecord read(DataInputStream in) throws IOException {
        long offset = in.readLong();
        int count = in.readInt();
        Map<String, String> headers = new HashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            headers.put(in.readUTF(), in.readUTF());
        }
        int length = in.readInt();
        return new KeptRecord(offset, headers, length < 0 ? null : in.readNBytes(length));
    }
}
