package io.neomt.event.codec;

import io.neomt.event.EventType;
import java.util.Arrays;

/**
 * An event as bytes. The payload is shared, not copied: whoever gets one only reads it.
 *
 * @param schemaFingerprint CRC-64-AVRO of the schema that the payload was written with
 * @param payload Avro binary without any frame
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; a copy per event would cost for nothing
public record EncodedEvent(EventType type, long schemaFingerprint, byte[] payload) {

    @Override
    public boolean equals(Object other) {
        return other instanceof EncodedEvent that
                && type == that.type
                && schemaFingerprint == that.schemaFingerprint
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(schemaFingerprint) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "EncodedEvent[" + type.wireName() + ", " + payload.length + " bytes]";
    }
}
