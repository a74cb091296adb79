package io.neomt.event.codec;

import io.neomt.event.EventType;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Tells Avro which class to fill for a type of event. Avro itself would load classes by the names that a schema gives, which
 * is why it refuses all that are not listed in a setting of the whole process; here no name from outside reaches a class
 * loader, and nothing has to be set.
 */
final class RecordModel extends SpecificData {

    private final Schema current;
    private final Supplier<SpecificRecord> blank;

    RecordModel(EventType type) {
        this.current = Records.currentSchema(type);
        this.blank = () -> Records.blank(type);
    }

    @Override
    public Class<?> getClass(Schema schema) {
        return isCurrent(schema) ? blank.get().getClass() : super.getClass(schema);
    }

    @Override
    public Object newRecord(Object old, Schema schema) {
        return isCurrent(schema) ? blank.get() : super.newRecord(old, schema);
    }

    @Override
    public GenericData.InstanceSupplier getNewRecordSupplier(Schema schema) {
        return isCurrent(schema) ? (_, _) -> blank.get() : super.getNewRecordSupplier(schema);
    }

    private boolean isCurrent(Schema schema) {
        return schema.getType() == Schema.Type.RECORD && schema.getFullName().equals(current.getFullName());
    }
}
