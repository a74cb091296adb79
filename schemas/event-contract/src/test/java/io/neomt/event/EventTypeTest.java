package io.neomt.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventTypeTest {

    @ParameterizedTest
    @EnumSource
    void everyEventHasATypeWithAWireNameOfItsOwn(EventType type) {
        assertThat(EventType.of(SampleEvents.of(type))).isEqualTo(type);
        assertThat(EventType.ofWireName(type.wireName())).contains(type);
        assertThat(type.wireName()).matches("neo\\.[a-z-]+\\.[a-z-]+\\.v[1-9]");
    }

    @Test
    void namesOfOthersAndOtherSpellingsHaveNoType() {
        assertThat(EventType.ofWireName("neo.user.teleported.v1")).isEmpty();
        assertThat(EventType.ofWireName("NEO.USER.CREATED.V1")).isEmpty();
        assertThat(EventType.ofWireName("")).isEmpty();
    }

    @Test
    void anEnvelopeTellsWhereAndWhat() {
        var metadata = new EventMetadata(
                new UUID(1, 1),
                TenantId.PLATFORM,
                new Position(3),
                "role/x",
                Instant.EPOCH,
                "system/t",
                "c",
                "c",
                null);
        var envelope = new EventEnvelope(metadata, SampleEvents.of(EventType.ROLE_CREATED));
        assertThat(envelope.tenantId()).isEqualTo(TenantId.PLATFORM);
        assertThat(envelope.position()).isEqualTo(new Position(3));
        assertThat(envelope.type()).isEqualTo(EventType.ROLE_CREATED);
    }
}
