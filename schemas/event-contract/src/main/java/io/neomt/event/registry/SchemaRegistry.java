package io.neomt.event.registry;

import org.apache.avro.Schema;

/**
 * Where schemas have numbers. A schema's subject is its full name (RecordNameStrategy), so one topic carries many kinds of
 * events. Implementations are safe for use by many threads and remember what they have seen for ever, since a registry never
 * changes the meaning of an id: an outage stops nothing that is running.
 *
 * <p>Every method throws {@link SchemaRegistryException} when the registry cannot be asked or says no.
 */
public interface SchemaRegistry extends AutoCloseable {

    /** The id of a registered schema; registers it first where the registry was connected to do so. */
    int idOf(Schema schema);

    Schema byId(int id);

    /** Registers the schema as the newest of its subject, unless it is registered; gives its id. */
    int register(Schema schema);

    /** From here on the subject takes only schemas that read, and are read by, all its others. */
    void requireFullTransitive(String subject);

    @Override
    void close();

    static String subjectOf(Schema schema) {
        return schema.getFullName();
    }
}
