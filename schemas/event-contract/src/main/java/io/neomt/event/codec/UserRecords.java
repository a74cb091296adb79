package io.neomt.event.codec;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import io.neomt.event.avro.RoleAssigned;
import io.neomt.event.avro.RoleUnassigned;
import io.neomt.event.avro.UserCreated;
import io.neomt.event.avro.UserDeactivated;
import io.neomt.event.avro.UserPermissionGranted;
import io.neomt.event.avro.UserPermissionRevoked;
import io.neomt.event.avro.UserReactivated;
import org.apache.avro.specific.SpecificRecord;

/** User events as Avro records. */
final class UserRecords {

    private UserRecords() {}

    static SpecificRecord toAvro(UserEvent event) {
        return switch (event) {
            case UserEvent.UserCreated(var id, var username, var email, var displayName, var externalId) ->
                new UserCreated(id.toString(), username, email, displayName, externalId);
            case UserEvent.UserDeactivated(var id) -> new UserDeactivated(id.toString());
            case UserEvent.UserReactivated(var id) -> new UserReactivated(id.toString());
            case UserEvent.RoleAssigned(var id, var role) -> new RoleAssigned(id.toString(), role.toString());
            case UserEvent.RoleUnassigned(var id, var role) -> new RoleUnassigned(id.toString(), role.toString());
            case UserEvent.UserPermissionGranted(var id, var grant, var permission, var effect) ->
                new UserPermissionGranted(id.toString(), grant.toString(), permission, WireNames.of(effect));
            case UserEvent.UserPermissionRevoked(var id, var grant) ->
                new UserPermissionRevoked(id.toString(), grant.toString());
        };
    }

    static UserEvent toEvent(UserCreated record) {
        return new UserEvent.UserCreated(
                UserId.of(record.getUserId()),
                record.getUsername(),
                record.getEmail(),
                record.getDisplayName(),
                record.getExternalId());
    }

    static UserEvent toEvent(UserDeactivated record) {
        return new UserEvent.UserDeactivated(UserId.of(record.getUserId()));
    }

    static UserEvent toEvent(UserReactivated record) {
        return new UserEvent.UserReactivated(UserId.of(record.getUserId()));
    }

    static UserEvent toEvent(RoleAssigned record) {
        return new UserEvent.RoleAssigned(UserId.of(record.getUserId()), RoleId.of(record.getRoleId()));
    }

    static UserEvent toEvent(RoleUnassigned record) {
        return new UserEvent.RoleUnassigned(UserId.of(record.getUserId()), RoleId.of(record.getRoleId()));
    }

    static UserEvent toEvent(UserPermissionGranted record) {
        return new UserEvent.UserPermissionGranted(
                UserId.of(record.getUserId()),
                GrantId.of(record.getGrantId()),
                record.getPermission(),
                WireNames.effect(record.getEffect()));
    }

    static UserEvent toEvent(UserPermissionRevoked record) {
        return new UserEvent.UserPermissionRevoked(UserId.of(record.getUserId()), GrantId.of(record.getGrantId()));
    }
}
