package io.neomt.event.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.event.EventType;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleId;
import io.neomt.event.SampleEvents;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

    private static final RoleId ROLE = new RoleId(new UUID(7, 8));

    private final AvroEventCodec codec = new AvroEventCodec();

    @Test
    void aFieldThatANewerWriterAddedIsPassedOver() throws IOException {
        Schema newer = SchemaBuilder.record("RoleDeleted")
                .namespace("io.neomt.event.avro")
                .fields()
                .optionalString("reason")
                .requiredString("role_id")
                .endRecord();
        GenericRecord written = new GenericRecordBuilder(newer)
                .set("reason", "merged")
                .set("role_id", ROLE.toString())
                .build();
        assertThat(codec.decode(EventType.ROLE_DELETED, newer, bytes(written), 0))
                .isEqualTo(new Decoded.Known(new RoleDeleted(ROLE)));
    }

    @Test
    void aFieldThatAnOlderWriterDidNotHaveTakesItsDefault() throws IOException {
        Schema older = SchemaBuilder.record("UserCreated")
                .namespace("io.neomt.event.avro")
                .fields()
                .requiredString("user_id")
                .requiredString("username")
                .requiredString("display_name")
                .requiredString("external_id")
                .endRecord();
        UserId user = new UserId(new UUID(1, 2));
        GenericRecord written = new GenericRecordBuilder(older)
                .set("user_id", user.toString())
                .set("username", "ada")
                .set("display_name", "Ada")
                .set("external_id", "kc-ada")
                .build();
        assertThat(codec.decode(EventType.USER_CREATED, older, bytes(written), 0))
                .isEqualTo(new Decoded.Known(new UserCreated(user, "ada", null, "Ada", "kc-ada")));
    }

    @Test
    void aSchemaThatLacksWhatTheReaderNeedsIsUndecodable() throws IOException {
        Schema foreign = SchemaBuilder.record("RoleDeleted")
                .namespace("io.neomt.event.avro")
                .fields()
                .requiredLong("number")
                .endRecord();
        byte[] written =
                bytes(new GenericRecordBuilder(foreign).set("number", 5L).build());
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> codec.decode(EventType.ROLE_DELETED, foreign, written, 0));
    }

    @Test
    void aSchemaOfAnotherRecordIsUndecodable() {
        Schema other = SchemaHistory.shipped().newestOf(EventType.USER_REACTIVATED);
        byte[] payload =
                codec.encode(SampleEvents.of(EventType.USER_DEACTIVATED)).payload();
        assertThatExceptionOfType(UndecodableEventException.class)
                .isThrownBy(() -> codec.decode(EventType.USER_DEACTIVATED, other, payload, 0))
                .withMessageContaining("io.neomt.event.avro.UserReactivated");
    }

    @Test
    void manyThreadsReadAndWriteWithOneCodec() throws Exception {
        List<Callable<Boolean>> work = IntStream.range(0, 2_000)
                .<Callable<Boolean>>mapToObj(i -> () -> comesBack(i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private boolean comesBack(int i) {
        var event =
                new UserCreated(new UserId(new UUID(i, i)), "user-" + i, i % 2 == 0 ? null : "e" + i, "U" + i, "x" + i);
        EncodedEvent encoded = codec.encode(event);
        return codec.decode(encoded.type().wireName(), encoded.schemaFingerprint(), encoded.payload())
                .equals(new Decoded.Known(event));
    }

    private static byte[] bytes(GenericRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
