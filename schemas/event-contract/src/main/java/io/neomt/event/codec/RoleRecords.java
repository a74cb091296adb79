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
            case RoleEvent.RoleCreated(var id, var name, var description) ->
                new RoleCreated(id.toString(), name, description);
            case RoleEvent.RoleUpdated(var id, var name, var description) ->
                new RoleUpdated(id.toString(), name, description);
            case RoleEvent.RoleDeleted(var id) -> new RoleDeleted(id.toString());
            case RoleEvent.RolePermissionGranted(var id, var permission) ->
                new RolePermissionGranted(id.toString(), permission);
            case RoleEvent.RolePermissionRevoked(var id, var permission) ->
                new RolePermissionRevoked(id.toString(), permission);
            case RoleEvent.RoleParentAdded(var id, var parent) -> new RoleParentAdded(id.toString(), parent.toString());
            case RoleEvent.RoleParentRemoved(var id, var parent) ->
                new RoleParentRemoved(id.toString(), parent.toString());
        };
    }

    static RoleEvent toEvent(RoleCreated record) {
        return new RoleEvent.RoleCreated(RoleId.of(record.getRoleId()), record.getName(), record.getDescription());
    }

    static RoleEvent toEvent(RoleUpdated record) {
        return new RoleEvent.RoleUpdated(RoleId.of(record.getRoleId()), record.getName(), record.getDescription());
    }

    static RoleEvent toEvent(RoleDeleted record) {
        return new RoleEvent.RoleDeleted(RoleId.of(record.getRoleId()));
    }

    static RoleEvent toEvent(RolePermissionGranted record) {
        return new RoleEvent.RolePermissionGranted(RoleId.of(record.getRoleId()), record.getPermission());
    }

    static RoleEvent toEvent(RolePermissionRevoked record) {
        return new RoleEvent.RolePermissionRevoked(RoleId.of(record.getRoleId()), record.getPermission());
    }

    static RoleEvent toEvent(RoleParentAdded record) {
        return new RoleEvent.RoleParentAdded(RoleId.of(record.getRoleId()), RoleId.of(record.getParentId()));
    }

    static RoleEvent toEvent(RoleParentRemoved record) {
        return new RoleEvent.RoleParentRemoved(RoleId.of(record.getRoleId()), RoleId.of(record.getParentId()));
    }
}
