package io.neomt.event.registry;

import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** A registry in memory that keeps what was done to it, and can be out of reach. */
final class MemoryRegistry implements SchemaRegistry {

    private static final int FIRST_ID = 0x01020304;

    final List<String> steps = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();
    private boolean down;

    void goDown() {
        down = true;
    }

    @Override
    public int idOf(Schema schema) {
        return register(schema);
    }

    @Override
    public Schema byId(int id) {
        if (down) {
            throw new SchemaRegistryException(Reason.UNAVAILABLE, "down");
        }
        int index = id - FIRST_ID;
        if (index < 0 || index >= schemas.size()) {
            throw new SchemaRegistryException(Reason.UNKNOWN_SCHEMA, "no schema " + id);
        }
        return schemas.get(index);
    }

    @Override
    public int register(Schema schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
            steps.add("register " + SchemaRegistry.subjectOf(schema));
        }
        return FIRST_ID + schemas.indexOf(schema);
    }

    @Override
    public void requireFullTransitive(String subject) {
        steps.add("hold " + subject);
    }

    @Override
    public void close() {
        down = true;
    }
}
