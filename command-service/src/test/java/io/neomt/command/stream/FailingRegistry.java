package io.neomt.command.stream;

import io.neomt.event.registry.SchemaRegistry;
import io.neomt.event.registry.SchemaRegistryException;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;

/** A registry that is away for the first questions. */
final class FailingRegistry implements SchemaRegistry {

    private final SchemaRegistry registry;
    private final AtomicInteger asked = new AtomicInteger();
    private final int failures;

    FailingRegistry(SchemaRegistry registry, int failures) {
        this.registry = registry;
        this.failures = failures;
    }

    int refused() {
        return Math.min(asked.get(), failures);
    }

    @Override
    public int idOf(Schema schema) {
        if (asked.incrementAndGet() <= failures) {
            throw new SchemaRegistryException(Reason.UNAVAILABLE, "the schema registry is away");
        }
        return registry.idOf(schema);
    }

    @Override
    public Schema byId(int id) {
        return registry.byId(id);
    }

    @Override
    public int register(Schema schema) {
        return registry.register(schema);
    }

    @Override
    public void requireFullTransitive(String subject) {
        registry.requireFullTransitive(subject);
    }

    @Override
    public void close() {}
}
