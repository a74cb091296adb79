package io.neomt.projection.stream;

import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.MalformedHeadersException;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.SchemaRegistryException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads records. One that cannot be read is no reason to stop: all that is missing is fetched from the store, where it
 * either can be read or parks its tenant.
 */
public final class RecordReader {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private final ConfluentFrame frame;
    private final DeadLetters deadLetters;

    public RecordReader(ConfluentFrame frame, DeadLetters deadLetters) {
        this.frame = frame;
        this.deadLetters = deadLetters;
    }

    void read(ConsumerRecord<String, byte[]> record, Deliveries deliveries) {
        Map<String, String> headers = headers(record);
        try {
            read(CloudEventHeaders.parse(headers), headers, record, deliveries);
        } catch (MalformedHeadersException e) {
            // the sequence of its tenant is dense: if this was an event, then the next one or the next survey finds it
            LOG.warn("the record at {} is not an event: {}", place(record), e.getMessage());
            deadLetters.keep(record, record.key(), null, String.valueOf(e.getMessage()));
        }
    }

    private void read(
            EventMetadata metadata,
            Map<String, String> headers,
            ConsumerRecord<String, byte[]> record,
            Deliveries deliveries) {
        @Nullable EventHash hash = CloudEventHeaders.hash(headers);
        try {
            switch (frame.unframe(CloudEventHeaders.wireType(headers), record.value())) {
                case Decoded.Known known -> deliveries.add(new EventEnvelope(metadata, known.event(), hash));
                case Decoded.Unknown _ -> deliveries.addUnread(metadata.tenantId(), metadata.position());
            }
        } catch (UndecodableEventException e) {
            readElsewhere(metadata, record, deliveries, e);
            deadLetters.keep(
                    record,
                    metadata.tenantId().toString(),
                    metadata.position().toString(),
                    String.valueOf(e.getMessage()));
        } catch (SchemaRegistryException e) {
            // which says nothing of the record
            readElsewhere(metadata, record, deliveries, e);
        }
    }

    private static void readElsewhere(
            EventMetadata metadata, ConsumerRecord<String, byte[]> record, Deliveries deliveries, Exception cause) {
        LOG.warn("the event at {} is read from the store instead: {}", place(record), cause.getMessage());
        deliveries.addUnread(metadata.tenantId(), metadata.position());
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private static String place(ConsumerRecord<String, byte[]> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
