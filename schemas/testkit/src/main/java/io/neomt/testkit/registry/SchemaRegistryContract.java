package io.neomt.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.event.EventType;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.SchemaHistory;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.SchemaRegistration;
import io.neomt.event.registry.SchemaRegistries;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.event.registry.SchemaRegistryException;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the platform needs of a registry and its client. Every test asks through a connection of its own where it wants an
 * answer from the registry and not from memory, and uses names of its own, so that the registry may be shared.
 */
public abstract class SchemaRegistryContract {

    private final List<SchemaRegistry> connections = new ArrayList<>();
    private final String name = "R" + UUID.randomUUID().toString().replace("-", "");

    /** The root of Confluent's API. */
    protected abstract URI registryUrl();

    @AfterEach
    void closeConnections() {
        connections.forEach(SchemaRegistry::close);
    }

    @Test
    void aRegisteredSchemaIsFoundByEveryone() {
        int id = connect().register(first());
        assertThat(connect().idOf(first())).isEqualTo(id);
        assertThat(connect().byId(id)).isEqualTo(first());
    }

    @Test
    void registeringTheSameSchemaTwiceGivesTheSameId() {
        assertThat(connect().register(first())).isEqualTo(connect().register(first()));
    }

    @Test
    void schemasThatNobodyRegisteredAreUnknown() {
        assertFails(() -> connect().idOf(first()), Reason.UNKNOWN_SCHEMA);
        connect().register(first());
        assertFails(() -> connect().idOf(withOptionalNote()), Reason.UNKNOWN_SCHEMA);
        assertFails(() -> connect().byId(Integer.MAX_VALUE), Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void anAutoRegisteringConnectionRegistersWhatItIsAskedFor() {
        int id = autoRegistering().idOf(first());
        assertThat(connect().idOf(first())).isEqualTo(id);
    }

    @Test
    void everyVersionKeepsItsId() {
        int first = connect().register(first());
        connect().requireFullTransitive(subject());
        int second = connect().register(withOptionalNote());
        assertThat(second).isNotEqualTo(first);
        assertThat(connect().idOf(first())).isEqualTo(first);
        assertThat(connect().byId(first)).isEqualTo(first());
        assertThat(connect().byId(second)).isEqualTo(withOptionalNote());
    }

    @Test
    void anAddedFieldWithoutDefaultIsRefused() {
        connect().register(first());
        connect().requireFullTransitive(subject());
        Schema incompatible = SchemaBuilder.record(name)
                .fields()
                .requiredString("id")
                .requiredString("note")
                .endRecord();
        assertFails(() -> connect().register(incompatible), Reason.REFUSED);
        assertFails(() -> connect().idOf(incompatible), Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void aChangedTypeIsRefused() {
        connect().register(first());
        connect().requireFullTransitive(subject());
        Schema incompatible =
                SchemaBuilder.record(name).fields().requiredLong("id").endRecord();
        assertFails(() -> connect().register(incompatible), Reason.REFUSED);
    }

    @Test
    void manyWhoRegisterAtOnceGetOneId() throws Exception {
        List<Callable<Integer>> registering = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            SchemaRegistry connection = autoRegistering();
            registering.add(() -> connection.idOf(first()));
        }
        List<Integer> ids = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> id : threads.invokeAll(registering)) {
                ids.add(id.get());
            }
        }
        assertThat(ids).containsOnly(connect().idOf(first()));
    }

    @Test
    void allReleasedSchemasAreRegisteredAndDoingItAgainChangesNothing() {
        SchemaHistory history = SchemaHistory.shipped();
        new SchemaRegistration(connect(), history).registerAll();
        new SchemaRegistration(connect(), history).registerAll();
        SchemaRegistry fresh = connect();
        for (EventType type : EventType.values()) {
            for (Schema schema : history.versionsOf(type)) {
                assertThat(connect().byId(fresh.idOf(schema))).isEqualTo(schema);
            }
        }
    }

    @Test
    void whatOneProcessFramesAnotherReads() {
        AvroEventCodec codec = new AvroEventCodec();
        RoleDeleted event = new RoleDeleted(new RoleId(new UUID(1, 2)));
        byte[] value = new ConfluentFrame(autoRegistering(), codec).frame(codec.encode(event));
        assertThat(new ConfluentFrame(connect(), codec).unframe(EventType.ROLE_DELETED.wireName(), value))
                .isEqualTo(new Decoded.Known(event));
    }

    private Schema first() {
        return SchemaBuilder.record(name).fields().requiredString("id").endRecord();
    }

    private Schema withOptionalNote() {
        return SchemaBuilder.record(name)
                .fields()
                .requiredString("id")
                .optionalString("note")
                .endRecord();
    }

    private String subject() {
        return SchemaRegistry.subjectOf(first());
    }

    private SchemaRegistry connect() {
        return remember(SchemaRegistries.connect(registryUrl(), false));
    }

    private SchemaRegistry autoRegistering() {
        return remember(SchemaRegistries.connect(registryUrl(), true));
    }

    private SchemaRegistry remember(SchemaRegistry connection) {
        connections.add(connection);
        return connection;
    }

    private static void assertFails(ThrowingCallable call, Reason reason) {
        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(call)
                .extracting(SchemaRegistryException::reason)
                .isEqualTo(reason);
    }
}
