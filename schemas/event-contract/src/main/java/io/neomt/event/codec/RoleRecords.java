package io.neomt.event.codec;

import io.neomt.event.RoleEvent;
import io.neomt.event.RoleId;
import io.neomt.event.avro.RoleCreated;
import io.neomt.event.avro.RoleDeleted;
import io.neomt.event.avro.RoleParentAdded;
import io.neomt.event.avro.RoleParentRemoved;
import io.neomt.event.avro.RolePermissionGranted;
import io.neomt.event.avro.RolePermissionRevoked;
import io.neomt.event.avro.RoleUpdated;
import org.apache.avro.specific.SpecificRecord;

/** Role events as Avro records. */
final class RoleRecords {

    private RoleRecords() {}

    static SpecificRecord toAvro(RoleEvent event) {
        return switch (event) {
            case RoleEvent.RoleCreated e ->
                new RoleCreated(e.roleId().toString(), e.name(), e.description(), e.system());
            case RoleEvent.RoleUpdated e -> new RoleUpdated(e.roleId().toString(), e.name(), e.description());
            case RoleEvent.RoleDeleted e -> new RoleDeleted(e.roleId().toString());
            case RoleEvent.RolePermissionGranted e ->
                new RolePermissionGranted(
                        e.roleId().toString(),
                        e.permission().pattern().text(),
                        WireNames.of(e.permission().effect()),
                        Limited.type(e.permission()),
                        Limited.id(e.permission()),
                        Limited.from(e.permission().terms()),
                        Limited.until(e.permission().terms()),
                        e.permission().terms().condition());
            case RoleEvent.RolePermissionRevoked e ->
                new RolePermissionRevoked(
                        e.roleId().toString(),
                        e.permission().pattern().text(),
                        WireNames.of(e.permission().effect()),
                        Limited.type(e.permission()),
                        Limited.id(e.permission()),
                        Limited.from(e.permission().terms()),
                        Limited.until(e.permission().terms()),
                        e.permission().terms().condition(),
                        WireNames.of(e.cause()));
            case RoleEvent.RoleParentAdded e ->
                new RoleParentAdded(
                        e.roleId().toString(),
                        e.parentId().toString(),
                        Limited.from(e.terms()),
                        Limited.until(e.terms()),
                        e.terms().condition());
            case RoleEvent.RoleParentRemoved e ->
                new RoleParentRemoved(e.roleId().toString(), e.parentId().toString(), WireNames.of(e.cause()));
        };
    }

    static RoleEvent toEvent(RoleCreated record) {
        return new RoleEvent.RoleCreated(
                RoleId.of(record.getRoleId()),
                record.getName(),
                record.getDescription(),
                Boolean.TRUE.equals(record.getSystem()));
    }

    static RoleEvent toEvent(RoleUpdated record) {
        return new RoleEvent.RoleUpdated(RoleId.of(record.getRoleId()), record.getName(), record.getDescription());
    }

    static RoleEvent toEvent(RoleDeleted record) {
        return new RoleEvent.RoleDeleted(RoleId.of(record.getRoleId()));
    }

    static RoleEvent toEvent(RolePermissionGranted record) {
        return new RoleEvent.RolePermissionGranted(
                RoleId.of(record.getRoleId()),
                Limited.permission(
                        record.getPermission(),
                        record.getEffect(),
                        record.getResourceType(),
                        record.getResourceId(),
                        Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition())));
    }

    static RoleEvent toEvent(RolePermissionRevoked record) {
        return new RoleEvent.RolePermissionRevoked(
                RoleId.of(record.getRoleId()),
                Limited.permission(
                        record.getPermission(),
                        record.getEffect(),
                        record.getResourceType(),
                        record.getResourceId(),
                        Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition())),
                WireNames.cause(record.getCause()));
    }

    static RoleEvent toEvent(RoleParentAdded record) {
        return new RoleEvent.RoleParentAdded(
                RoleId.of(record.getRoleId()),
                RoleId.of(record.getParentId()),
                Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition()));
    }

    static RoleEvent toEvent(RoleParentRemoved record) {
        return new RoleEvent.RoleParentRemoved(
                RoleId.of(record.getRoleId()), RoleId.of(record.getParentId()), WireNames.cause(record.getCause()));
    }
}
