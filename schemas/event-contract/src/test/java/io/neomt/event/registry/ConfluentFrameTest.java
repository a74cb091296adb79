package io.neomt.event.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.event.EventType;
import io.neomt.event.SampleEvents;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfluentFrameTest {

    private final AvroEventCodec codec = new AvroEventCodec();
    private final MemoryRegistry registry = new MemoryRegistry();
    private final ConfluentFrame frame = new ConfluentFrame(registry, codec);

    @ParameterizedTest
    @EnumSource
    void everyTypeOfEventComesBackAsItWas(EventType type) {
        byte[] value = frame.frame(codec.encode(SampleEvents.of(type)));
        assertThat(frame.unframe(type.wireName(), value)).isEqualTo(new Decoded.Known(SampleEvents.of(type)));
    }

    @Test
    void theFrameIsAZeroByteAndTheIdMostSignificantByteFirst() {
        EncodedEvent encoded = codec.encode(SampleEvents.of(EventType.ROLE_DELETED));
        byte[] value = frame.frame(encoded);
        assertThat(Arrays.copyOf(value, 5)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Arrays.copyOfRange(value, 5, value.length)).containsExactly(encoded.payload());
    }

    @Test
    void aTypeThatOnlyNewerVersionsHaveIsUnknownEvenWithoutRegistry() {
        registry.goDown();
        assertThat(frame.unframe("neo.user.teleported.v1", new byte[] {0, 1, 2, 3, 4}))
                .isEqualTo(new Decoded.Unknown("neo.user.teleported.v1"));
    }

    @Test
    void valuesThatAreNoFrameAreUndecodable() {
        assertUndecodable(null);
        assertUndecodable(new byte[0]);
        assertUndecodable(new byte[] {0, 1, 2, 3});
        assertUndecodable(new byte[] {1, 1, 2, 3, 4});
        assertUndecodable(new byte[] {'{', '"', 'a', '"', ':', '1', '}'});
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsUndecodable() {
        assertUndecodable(new byte[] {0, 0, 0, 0, 1});
    }

    @Test
    void aNegativeIdIsUndecodableWithoutAskingTheRegistry() {
        registry.goDown();
        assertUndecodable(new byte[] {0, -1, 2, 3, 4});
    }

    @Test
    void aFrameWithTheSchemaOfAnotherEventIsUndecodable() {
        byte[] value = frame.frame(codec.encode(SampleEvents.of(EventType.USER_DEACTIVATED)));
        assertUndecodable(value);
    }

    @Test
    void aRegistryThatIsDownIsNoFaultOfTheEvent() {
        byte[] value = frame.frame(codec.encode(SampleEvents.of(EventType.ROLE_DELETED)));
        registry.goDown();
        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> frame.unframe(EventType.ROLE_DELETED.wireName(), value))
                .extracting(SchemaRegistryException::reason)
                .isEqualTo(Reason.UNAVAILABLE);
    }

    private void assertUndecodable(byte @Nullable [] value) {
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> frame.unframe(EventType.ROLE_DELETED.wireName(), value))
                .withMessageContaining(EventType.ROLE_DELETED.wireName());
    }
}
