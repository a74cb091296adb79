package io.neomt.event.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventType;
import io.neomt.event.SampleEvents;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenBytesTest {

    private final SchemaHistory history = SchemaHistory.shipped();
    private final AvroEventCodec codec = new AvroEventCodec(history);

    @ParameterizedTest
    @EnumSource
    void everyTypeIsWrittenAsApproved(EventType type) throws IOException {
        int newest = history.versionsOf(type).size();
        String written = GoldenFiles.write(codec.encode(SampleEvents.of(type)), newest);
        assertThat(written)
                .as("see src/main/avro/README.md before copying target/golden/" + GoldenFiles.name(type, newest))
                .isEqualTo(GoldenFiles.approved(type, newest));
    }

    @ParameterizedTest
    @EnumSource
    void theBytesOfEveryVersionEverReleasedAreStillRead(EventType type) throws IOException {
        for (int version = 1; version <= history.versionsOf(type).size(); version++) {
            GoldenFiles.Golden golden = GoldenFiles.read(type, version);
            assertThat(codec.decode(type.wireName(), golden.fingerprint(), golden.payload()))
                    .isInstanceOf(Decoded.Known.class);
        }
    }

    @Test
    void everyReleasedVersionHasApprovedBytesAndNothingElseHas() throws IOException {
        assertThat(GoldenFiles.allNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .flatMap(type -> IntStream.rangeClosed(
                                        1, history.versionsOf(type).size())
                                .mapToObj(version -> GoldenFiles.name(type, version)))
                        .toList());
    }
}
