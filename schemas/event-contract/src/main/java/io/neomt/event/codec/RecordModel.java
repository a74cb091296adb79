package io.neomt.event.codec;

import io.neomt.event.EventType;
import io.neomt.event.avro.FirstAdmin;
import io.neomt.event.avro.RoleTemplatePermission;
import io.neomt.event.avro.TenantContact;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells Avro which class to fill for a type of event. Avro itself would load classes by the names that a schema gives, which
 * is why it refuses all that are not listed in a setting of the whole process; here no name from outside reaches a class
 * loader, and nothing has to be set.
 */
final class RecordModel extends SpecificData {

    private final Map<String, Supplier<SpecificRecord>> blanks;

    RecordModel(EventType type) {
        this.blanks = Map.of(
                Records.currentSchema(type).getFullName(),
                () -> Records.blank(type),
                RoleTemplatePermission.getClassSchema().getFullName(),
                RoleTemplatePermission::new,
                FirstAdmin.getClassSchema().getFullName(),
                FirstAdmin::new,
                TenantContact.getClassSchema().getFullName(),
                TenantContact::new);
    }

    @Override
    public Class<?> getClass(Schema schema) {
        Supplier<SpecificRecord> blank = blank(schema);
        return blank != null ? blank.get().getClass() : super.getClass(schema);
    }

    @Override
    public Object newRecord(Object old, Schema schema) {
        Supplier<SpecificRecord> blank = blank(schema);
        return blank != null ? blank.get() : super.newRecord(old, schema);
    }

    @Override
    public GenericData.InstanceSupplier getNewRecordSupplier(Schema schema) {
        Supplier<SpecificRecord> blank = blank(schema);
        return blank != null ? (_, _) -> blank.get() : super.getNewRecordSupplier(schema);
    }

    private @Nullable Supplier<SpecificRecord> blank(Schema schema) {
        return schema.getType() == Schema.Type.RECORD ? blanks.get(schema.getFullName()) : null;
    }
}
