package io.neomt.deploy.cli.bench.code;

import io.neomt.event.Event;
import io.neomt.event.RoleId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EncodedEvent;
import java.util.UUID;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Of an event of the most frequent kind. */
@State(Scope.Benchmark)
public class Codec {

    private final AvroEventCodec codec = new AvroEventCodec();
    private final Event event = new UserEvent.RoleAssigned(new UserId(new UUID(0, 1)), new RoleId(new UUID(0, 2)));
    private final EncodedEvent encoded = codec.encode(event);

    @Benchmark
    public EncodedEvent encode() {
        return codec.encode(event);
    }

    @Benchmark
    public Decoded decode() {
        return codec.decode(encoded.type().wireName(), encoded.schemaFingerprint(), encoded.payload());
    }
}
