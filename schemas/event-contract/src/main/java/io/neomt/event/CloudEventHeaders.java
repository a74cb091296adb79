package io.neomt.event;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of an event, as the headers of its record: CloudEvents 1.0 in binary mode for Kafka. */
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String TENANT_ID = "ce_tenantid";
    public static final String SEQUENCE = "ce_sequence";
    public static final String EPOCH = "ce_epoch";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String ACTOR = "ce_actor";
    public static final String REQUEST_ID = "ce_requestid";
    public static final String REASON = "ce_reason";
    public static final String HASH = "ce_hash";
    public static final String PREVIOUS_HASH = "ce_previoushash";
    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    public static final String SOURCE_VALUE = "neo/command-service";
    public static final String CONTENT_TYPE_VALUE = "application/avro";

    private CloudEventHeaders() {}

    /** @param relayEpoch the epoch of the lease under which the relay publishes */
    public static Map<String, String> of(EventMetadata metadata, EventType type, long relayEpoch) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, metadata.id().toString());
        headers.put(TYPE, type.wireName());
        headers.put(SOURCE, SOURCE_VALUE);
        headers.put(SUBJECT, metadata.subject());
        headers.put(TIME, metadata.time().toString());
        headers.put(TENANT_ID, metadata.tenantId().toString());
        headers.put(SEQUENCE, metadata.position().toString());
        headers.put(EPOCH, Long.toString(relayEpoch));
        headers.put(CORRELATION_ID, metadata.correlationId());
        headers.put(CAUSATION_ID, metadata.causationId());
        headers.put(ACTOR, metadata.actor());
        putIfKnown(headers, REQUEST_ID, metadata.requestId());
        putIfKnown(headers, REASON, metadata.reason());
        putIfKnown(headers, TRACEPARENT, metadata.traceparent());
        headers.put(CONTENT_TYPE, CONTENT_TYPE_VALUE);
        return headers;
    }

    /** As {@link #of(EventMetadata, EventType, long)}, with the event's link in the chain. */
    public static Map<String, String> of(
            EventMetadata metadata, EventType type, long relayEpoch, EventHash previous, EventHash hash) {
        Map<String, String> headers = of(metadata, type, relayEpoch);
        headers.put(PREVIOUS_HASH, previous.hex());
        headers.put(HASH, hash.hex());
        return headers;
    }

    private static void putIfKnown(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    /**
     * Reads the headers of one record; those it does not know are ignored.
     *
     * @throws MalformedHeadersException when one is missing or not of its form
     */
    public static EventMetadata parse(Map<String, String> headers) {
        return new EventMetadata(
                read(headers, ID, Uuids::parse),
                read(headers, TENANT_ID, TenantId::of),
                read(headers, SEQUENCE, CloudEventHeaders::position),
                text(headers, SUBJECT),
                read(headers, TIME, Instant::parse),
                text(headers, ACTOR),
                text(headers, CORRELATION_ID),
                text(headers, CAUSATION_ID),
                headers.get(TRACEPARENT),
                headers.get(REQUEST_ID),
                headers.get(REASON));
    }

    /**
     * The event's hash; null in a record that was published before events were chained.
     *
     * @throws MalformedHeadersException when it is not of its form
     */
    public static @Nullable EventHash hash(Map<String, String> headers) {
        return headers.containsKey(HASH) ? read(headers, HASH, EventHash::new) : null;
    }

    /**
     * The kind of event, also one that this version of the platform does not know.
     *
     * @throws MalformedHeadersException when it is missing
     */
    public static String wireType(Map<String, String> headers) {
        return text(headers, TYPE);
    }

    /**
     * The epoch of the lease under which the record was published.
     *
     * @throws MalformedHeadersException when it is missing or no number
     */
    public static long relayEpoch(Map<String, String> headers) {
        return read(headers, EPOCH, Long::parseLong);
    }

    private static Position position(String text) {
        long value = Long.parseLong(text);
        if (value < 1 || !Long.toString(value).equals(text)) {
            throw new IllegalArgumentException("an event's position is a plain number above 0");
        }
        return new Position(value);
    }

    private static String text(Map<String, String> headers, String name) {
        @Nullable String value = headers.get(name);
        if (value == null || value.isEmpty()) {
            throw new MalformedHeadersException(name, "is missing");
        }
        return value;
    }

    private static <T> T read(Map<String, String> headers, String name, Function<String, T> parser) {
        String text = text(headers, name);
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            throw new MalformedHeadersException(name, "is not of its form: " + e.getMessage(), e);
        }
    }
}
