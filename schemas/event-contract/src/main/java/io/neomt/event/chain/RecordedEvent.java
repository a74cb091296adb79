package io.neomt.event.chain;

import io.neomt.event.EventMetadata;
import java.util.Arrays;

/**
 * An event as it was recorded, whether or not this version of the platform can read it. The payload is shared, not copied.
 *
 * @param type the name of the kind of event ({@code ce_type})
 * @param schemaFingerprint CRC-64-AVRO of the schema that the payload was written with
 * @param payload Avro binary without any frame
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; a copy per event would cost for nothing
public record RecordedEvent(EventMetadata metadata, String type, long schemaFingerprint, byte[] payload) {

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedEvent that
                && metadata.equals(that.metadata)
                && type.equals(that.type)
                && schemaFingerprint == that.schemaFingerprint
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * metadata.hashCode() + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "RecordedEvent[" + metadata + ", " + type + ", " + payload.length + " bytes]";
    }
}
