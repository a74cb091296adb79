package io.neomt.event.codec;

import io.neomt.event.TemplateEvent;
import io.neomt.event.avro.RoleTemplateDefined;
import io.neomt.event.avro.RoleTemplatePermission;
import io.neomt.event.avro.RoleTemplateRemoved;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import org.apache.avro.specific.SpecificRecord;

/** Events of role templates as Avro records. */
final class TemplateRecords {

    private TemplateRecords() {}

    static SpecificRecord toAvro(TemplateEvent event) {
        return switch (event) {
            case TemplateEvent.RoleTemplateDefined e ->
                new RoleTemplateDefined(
                        e.name(),
                        e.description(),
                        e.permissions().stream().map(TemplateRecords::toAvro).toList());
            case TemplateEvent.RoleTemplateRemoved e -> new RoleTemplateRemoved(e.name());
        };
    }

    static TemplateEvent toEvent(RoleTemplateDefined record) {
        return new TemplateEvent.RoleTemplateDefined(
                record.getName(),
                record.getDescription(),
                record.getPermissions().stream()
                        .map(TemplateRecords::permission)
                        .toList());
    }

    static TemplateEvent toEvent(RoleTemplateRemoved record) {
        return new TemplateEvent.RoleTemplateRemoved(record.getName());
    }

    private static RoleTemplatePermission toAvro(Permission permission) {
        Terms terms = permission.terms();
        return new RoleTemplatePermission(
                permission.pattern().text(),
                WireNames.of(permission.effect()),
                Limited.type(permission),
                Limited.id(permission),
                Limited.from(terms),
                Limited.until(terms),
                terms.condition());
    }

    private static Permission permission(RoleTemplatePermission record) {
        return Limited.permission(
                record.getPermission(),
                record.getEffect(),
                record.getResourceType(),
                record.getResourceId(),
                Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition()));
    }
}
