package io.neomt.event.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventChainTest {

    private static final String TENANT = "0198c5a0-0000-7000-8000-000000000001";
    private static final String ID = "0198c5a0-0000-7000-8000-000000000009";

    @Test
    void theCanonicalBytesAreAsDocumented() {
        String fields = text(TENANT) + text("42") + text(ID) + text("neo.user.created.v1") + text("user/1")
                + text("2026-01-02T03:04:05.600000Z") + text("acme/ada") + text("correlation") + text("cause")
                + "\u00ff\u00ff\u00ff\u00ff" + text("request") + text("weil") + text("00000000000000ff") + text("\1\2");

        assertThat(EventChain.canonical(event(42, "acme/ada", "weil", 1, 2)))
                .isEqualTo(("\1" + fields).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void theBytesOfVersionOneNeverChange() {
        assertThat(EventChain.next(EventHash.NONE, event(42, "acme/ada", "weil", 1, 2))
                        .hex())
                .isEqualTo("e69a6671a3701fb4ac89b2fc98e48c2a3644db736752e7914fadf35e2ae26218");
    }

    @Test
    void everyFieldCountsAndSoDoesWhatWasBefore() {
        List<EventHash> hashes = new ArrayList<>();
        hashes.add(EventChain.next(EventHash.NONE, event(42, "acme/ada", "weil", 1, 2)));
        hashes.add(EventChain.next(hashes.getFirst(), event(42, "acme/ada", "weil", 1, 2)));
        hashes.add(EventChain.next(EventHash.NONE, event(43, "acme/ada", "weil", 1, 2)));
        hashes.add(EventChain.next(EventHash.NONE, event(42, "acme/adaweil", "", 1, 2)));
        hashes.add(EventChain.next(EventHash.NONE, event(42, "acme/ada", null, 1, 2)));
        hashes.add(EventChain.next(EventHash.NONE, event(42, "acme/ada", "weil", 1)));

        assertThat(hashes).doesNotHaveDuplicates();
    }

    private static RecordedEvent event(long position, String actor, @Nullable String reason, int... payload) {
        byte[] bytes = new byte[payload.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) payload[i];
        }
        EventMetadata metadata = new EventMetadata(
                UUID.fromString(ID),
                TenantId.of(TENANT),
                new Position(position),
                "user/1",
                Instant.parse("2026-01-02T03:04:05.6Z"),
                actor,
                "correlation",
                "cause",
                null,
                "request",
                reason);
        return new RecordedEvent(metadata, "neo.user.created.v1", 255, bytes);
    }

    private static String text(String text) {
        return "\0\0\0" + (char) text.length() + text;
    }
}
