package io.neomt.event.registry;

import io.neomt.event.EventType;
import io.neomt.event.codec.FullTransitive;
import io.neomt.event.codec.SchemaHistory;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Registers every released schema, oldest first, and has the registry hold each subject to FULL_TRANSITIVE. Doing it again
 * changes nothing. A deployment step in production; at the start of a service only where auto-registration is on.
 */
public final class SchemaRegistration {

    private final SchemaRegistry registry;
    private final SchemaHistory history;

    public SchemaRegistration(SchemaRegistry registry, SchemaHistory history) {
        this.registry = registry;
        this.history = history;
    }

    /**
     * @throws SchemaRegistryException when the registry cannot be reached or refuses a schema
     * @throws IllegalStateException when the shipped schemas do not fit each other; then nothing is registered
     */
    public void registerAll() {
        for (EventType type : EventType.values()) {
            List<String> problems = FullTransitive.problems(history.versionsOf(type));
            if (!problems.isEmpty()) {
                throw new IllegalStateException(String.join("; ", problems));
            }
        }
        for (EventType type : EventType.values()) {
            register(history.versionsOf(type));
        }
    }

    /** Some registries keep the level of a subject only once it has a schema: so the first goes before it, the rest after. */
    private void register(List<Schema> versions) {
        registry.register(versions.getFirst());
        registry.requireFullTransitive(SchemaRegistry.subjectOf(versions.getFirst()));
        versions.stream().skip(1).forEach(registry::register);
    }
}
