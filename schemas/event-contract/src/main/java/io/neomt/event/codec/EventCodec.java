package io.neomt.event.codec;

import io.neomt.event.Event;

/** Turns events into bytes and back. Implementations are pure and safe for use by many threads. */
public interface EventCodec {

    EncodedEvent encode(Event event);

    /**
     * Reads an event that was written with any schema ever released.
     *
     * @param wireType the name of the kind of event ({@code ce_type})
     * @param schemaFingerprint CRC-64-AVRO of the schema that the payload was written with
     * @param payload Avro binary without any frame
     * @return {@link Decoded.Unknown} for a kind of event that this version of the platform does not have
     * @throws UndecodableEventException for a known kind whose payload cannot be read
     */
    Decoded decode(String wireType, long schemaFingerprint, byte[] payload);
}
