package io.neomt.event.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** A small client of Confluent's REST API, which Confluent's own registry, Apicurio, Karapace and others serve. */
public final class ConfluentRestRegistry implements SchemaRegistry {

    private final RegistryHttp http;
    private final boolean autoRegister;
    private final Map<Schema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** A client that only looks up. */
    public ConfluentRestRegistry(URI url) {
        this(url, false);
    }

    /**
     * @param url the root of Confluent's API, such as {@code http://127.0.0.1:8081/apis/ccompat/v7}
     * @param autoRegister whether {@link #idOf} registers what is not registered; never in production
     */
    public ConfluentRestRegistry(URI url, boolean autoRegister) {
        this.http = new RegistryHttp(url);
        this.autoRegister = autoRegister;
    }

    @Override
    public int idOf(Schema schema) {
        Integer known = ids.get(schema);
        if (known != null) {
            return known;
        }
        return autoRegister ? register(schema) : remember(lookUp(schema), schema);
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = parse(id, http.get("/schemas/ids/" + id));
        remember(id, schema);
        return schema;
    }

    @Override
    public int register(Schema schema) {
        Integer known = ids.get(schema);
        if (known != null) {
            return known;
        }
        try {
            return remember(id(http.post(subject(schema) + "/versions?normalize=true", body(schema))), schema);
        } catch (SchemaRegistryException e) {
            if (e.reason() == Reason.UNAVAILABLE && e.getCause() != null) {
                throw e; // no answer at all: asking once more would only double the wait
            }
            return remember(registeredMeanwhile(schema, e), schema);
        }
    }

    @Override
    public void requireFullTransitive(String subject) {
        http.put("/config/" + subject, Map.of("compatibility", "FULL_TRANSITIVE"));
    }

    @Override
    public void close() {
        http.close();
    }

    /** Two processes that register the same schema at once may get in each other's way; then it is there all the same. */
    private int registeredMeanwhile(Schema schema, SchemaRegistryException failure) {
        try {
            return lookUp(schema);
        } catch (SchemaRegistryException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private int lookUp(Schema schema) {
        return id(http.post(subject(schema) + "?normalize=true", body(schema)));
    }

    private int remember(int id, Schema schema) {
        ids.put(schema, id);
        schemas.put(id, schema);
        return id;
    }

    private static String subject(Schema schema) {
        return "/subjects/" + SchemaRegistry.subjectOf(schema);
    }

    private static Map<String, String> body(Schema schema) {
        return Map.of("schema", schema.toString());
    }

    private static int id(JsonNode answer) {
        JsonNode id = answer.path("id");
        if (!id.canConvertToInt() || !id.isIntegralNumber()) {
            throw new SchemaRegistryException(Reason.UNAVAILABLE, "the schema registry answered without an id");
        }
        return id.intValue();
    }

    private static Schema parse(int id, JsonNode answer) {
        if (!answer.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw new SchemaRegistryException(Reason.UNKNOWN_SCHEMA, "schema " + id + " is not an Avro schema");
        }
        try {
            return new Schema.Parser(NameValidator.STRICT_VALIDATOR)
                    .parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new SchemaRegistryException(Reason.UNKNOWN_SCHEMA, "schema " + id + " is not readable", e);
        }
    }
}
