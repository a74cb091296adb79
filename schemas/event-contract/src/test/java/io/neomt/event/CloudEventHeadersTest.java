package io.neomt.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void theyAreThoseOfTheContract() {
        assertThat(CloudEventHeaders.of(metadata(TRACEPARENT), EventType.ROLE_PERMISSION_GRANTED, 7))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", "0198c5a0-0000-7000-8000-000000000009"),
                        entry("ce_type", "neo.role.permission-granted.v1"),
                        entry("ce_source", "neo/command-service"),
                        entry("ce_subject", "role/0198c5a0-0000-7000-8000-000000000004"),
                        entry("ce_time", "2026-01-02T03:04:05.678901Z"),
                        entry("ce_tenantid", "0198c5a0-0000-7000-8000-000000000001"),
                        entry("ce_sequence", "42"),
                        entry("ce_epoch", "7"),
                        entry("ce_correlationid", "request-1"),
                        entry("ce_causationid", "cause-1"),
                        entry("ce_actor", "acme/ada"),
                        entry("traceparent", TRACEPARENT),
                        entry("content-type", "application/avro"));
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Map<String, String> headers = headers();
        assertThat(CloudEventHeaders.parse(headers)).isEqualTo(metadata(TRACEPARENT));
        assertThat(CloudEventHeaders.wireType(headers)).isEqualTo("neo.role.created.v1");
        assertThat(CloudEventHeaders.relayEpoch(headers)).isEqualTo(7);
    }

    @Test
    void anEventOutsideAnyTraceHasNoTraceparent() {
        Map<String, String> headers = CloudEventHeaders.of(metadata(null), EventType.ROLE_CREATED, 7);
        assertThat(headers).doesNotContainKey("traceparent");
        assertThat(CloudEventHeaders.parse(headers)).isEqualTo(metadata(null));
    }

    @Test
    void requestReasonAndLinkTravelWhereTheyAreKnown() {
        EventMetadata plain = metadata(null);
        EventMetadata said = new EventMetadata(
                plain.id(),
                plain.tenantId(),
                plain.position(),
                plain.subject(),
                plain.time(),
                plain.actor(),
                plain.correlationId(),
                plain.causationId(),
                null,
                "request-1",
                "asked for by Älva, ticket 7");
        EventHash hash = new EventHash("ab".repeat(32));

        Map<String, String> headers = CloudEventHeaders.of(said, EventType.ROLE_CREATED, 7, EventHash.NONE, hash);

        assertThat(headers)
                .containsEntry("ce_requestid", "request-1")
                .containsEntry("ce_reason", "asked for by Älva, ticket 7")
                .containsEntry("ce_previoushash", "0".repeat(64))
                .containsEntry("ce_hash", "ab".repeat(32));
        assertThat(CloudEventHeaders.parse(headers)).isEqualTo(said);
        assertThat(CloudEventHeaders.hash(headers)).isEqualTo(hash);
        assertThat(CloudEventHeaders.hash(headers())).isNull();
    }

    @Test
    void aHashOfAnotherFormIsMalformed() {
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> CloudEventHeaders.hash(Map.of("ce_hash", "abc")))
                .withMessageContaining("ce_hash");
    }

    @Test
    void headersOfOthersAreIgnored() {
        Map<String, String> headers = headers();
        headers.put("x-proxy", "1");
        assertThat(CloudEventHeaders.parse(headers)).isEqualTo(metadata(TRACEPARENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_id",
                "ce_tenantid",
                "ce_sequence",
                "ce_subject",
                "ce_time",
                "ce_actor",
                "ce_correlationid",
                "ce_causationid"
            })
    void aMissingHeaderIsNamed(String name) {
        Map<String, String> headers = headers();
        headers.remove(name);
        assertMalformed(headers, name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_id, 1-2-3-4-5",
        "ce_tenantid, 0198C5A0-0000-7000-8000-000000000001",
        "ce_tenantid, acme",
        "ce_sequence, 0",
        "ce_sequence, -1",
        "ce_sequence, +1",
        "ce_sequence, 01",
        "ce_sequence, 9223372036854775808",
        "ce_time, yesterday",
    })
    void aHeaderThatIsNotOfItsFormIsNamed(String name, String value) {
        Map<String, String> headers = headers();
        headers.put(name, value);
        assertMalformed(headers, name);
    }

    @Test
    void aRecordWithoutTypeOrEpochIsMalformed() {
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> CloudEventHeaders.wireType(Map.of()))
                .withMessageContaining("ce_type");
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> CloudEventHeaders.relayEpoch(Map.of("ce_epoch", "x")))
                .withMessageContaining("ce_epoch");
    }

    private static void assertMalformed(Map<String, String> headers, String name) {
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> CloudEventHeaders.parse(headers))
                .withMessageContaining(name);
    }

    private static Map<String, String> headers() {
        return new HashMap<>(CloudEventHeaders.of(metadata(TRACEPARENT), EventType.ROLE_CREATED, 7));
    }

    private static EventMetadata metadata(@Nullable String traceparent) {
        return new EventMetadata(
                UUID.fromString("0198c5a0-0000-7000-8000-000000000009"),
                TenantId.of("0198c5a0-0000-7000-8000-000000000001"),
                new Position(42),
                "role/0198c5a0-0000-7000-8000-000000000004",
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                "acme/ada",
                "request-1",
                "cause-1",
                traceparent);
    }
}
