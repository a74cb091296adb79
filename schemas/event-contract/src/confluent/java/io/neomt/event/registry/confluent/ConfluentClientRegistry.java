package io.neomt.event.registry.confluent;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.event.registry.SchemaRegistryException;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** {@link SchemaRegistry} by Confluent's client, with all that it brings: authentication, TLS, several addresses. */
final class ConfluentClientRegistry implements SchemaRegistry {

    private final SchemaRegistryClient client;
    private final boolean autoRegister;
    // Confluent's cache is bounded and may expire; ids never change their meaning, so these are kept for ever
    private final Map<Schema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    ConfluentClientRegistry(SchemaRegistryClient client, boolean autoRegister) {
        this.client = client;
        this.autoRegister = autoRegister;
    }

    @Override
    public int idOf(Schema schema) {
        Integer known = ids.get(schema);
        if (known != null) {
            return known;
        }
        return autoRegister
                ? register(schema)
                : remember(
                        ask(() -> client.getId(SchemaRegistry.subjectOf(schema), new AvroSchema(schema), true)),
                        schema);
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        if (!(ask(() -> client.getSchemaById(id)) instanceof AvroSchema avro)) {
            throw new SchemaRegistryException(Reason.UNKNOWN_SCHEMA, "schema " + id + " is not an Avro schema");
        }
        remember(id, avro.rawSchema());
        return avro.rawSchema();
    }

    @Override
    public int register(Schema schema) {
        Integer known = ids.get(schema);
        return known != null
                ? known
                : remember(
                        ask(() -> client.register(SchemaRegistry.subjectOf(schema), new AvroSchema(schema), true)),
                        schema);
    }

    @Override
    public void requireFullTransitive(String subject) {
        ask(() -> client.updateCompatibility(subject, "FULL_TRANSITIVE"));
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the schema registry's client does not close", e);
        }
    }

    private int remember(int id, Schema schema) {
        ids.put(schema, id);
        schemas.put(id, schema);
        return id;
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            throw new SchemaRegistryException(reason(e), "the schema registry refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new SchemaRegistryException(
                    Reason.UNAVAILABLE, "the schema registry cannot be reached: " + e.getMessage(), e);
        }
    }

    private static Reason reason(RestClientException e) {
        if (e.getStatus() == 404 && e.getErrorCode() / 100 == 404) {
            return Reason.UNKNOWN_SCHEMA;
        }
        return e.getStatus() >= 500 || e.getStatus() == 404 || e.getStatus() == 408 || e.getStatus() == 429
                ? Reason.UNAVAILABLE
                : Reason.REFUSED;
    }
}
