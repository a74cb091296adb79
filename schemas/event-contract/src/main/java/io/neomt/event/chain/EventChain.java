package io.neomt.event.chain;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Chains events: the hash of one is {@code SHA-256(hash of the one before || canonical bytes)}, where 32 zero bytes stand
 * before the first. So a hash says what all events up to its own were.
 *
 * <p>The canonical bytes are the version {@code 0x01} and then, in this order, tenant id, position, event id, type,
 * subject, time, actor, correlation id, causation id, traceparent, request id, reason, schema fingerprint, payload. Each is
 * a length (four bytes, big-endian) and as many bytes; a field that is not there has the length {@code 0xffffffff} and no
 * bytes. Texts are UTF-8, ids in lower case, the position in decimal digits, the time as
 * {@code 2026-01-02T03:04:05.678901Z}, the fingerprint as 16 lower-case hexadecimal digits. These are fixed for ever: what
 * has to change gets another version.
 */
public final class EventChain {

    private static final byte VERSION = 1;
    private static final int ABSENT = -1;
    private static final int USUAL_SIZE = 512;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EventChain() {}

    /** The hash of an event that follows another. */
    public static EventHash next(EventHash previous, RecordedEvent event) {
        MessageDigest digest = sha256();
        digest.update(previous.bytes());
        return EventHash.of(digest.digest(canonical(event)));
    }

    /** Microseconds, always all six digits: what the store keeps of a time. */
    public static String time(Instant time) {
        return TIME.format(time);
    }

    /** Always all 16 digits. */
    public static String fingerprint(long fingerprint) {
        return HexFormat.of().toHexDigits(fingerprint);
    }

    static byte[] canonical(RecordedEvent event) {
        EventMetadata metadata = event.metadata();
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        out.write(VERSION);
        text(out, metadata.tenantId().toString());
        text(out, metadata.position().toString());
        text(out, metadata.id().toString());
        text(out, event.type());
        text(out, metadata.subject());
        text(out, time(metadata.time()));
        text(out, metadata.actor());
        text(out, metadata.correlationId());
        text(out, metadata.causationId());
        text(out, metadata.traceparent());
        text(out, metadata.requestId());
        text(out, metadata.reason());
        text(out, fingerprint(event.schemaFingerprint()));
        bytes(out, event.payload());
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, @Nullable String text) {
        if (text == null) {
            out.writeBytes(length(ABSENT));
        } else {
            bytes(out, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(length(bytes.length));
        out.writeBytes(bytes);
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this runtime offers no SHA-256", e);
        }
    }
}
