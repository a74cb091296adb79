package io.neomt.event.codec;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import io.neomt.event.avro.RoleAssigned;
import io.neomt.event.avro.RoleUnassigned;
import io.neomt.event.avro.UserCreated;
import io.neomt.event.avro.UserDeactivated;
import io.neomt.event.avro.UserDeleted;
import io.neomt.event.avro.UserPermissionGranted;
import io.neomt.event.avro.UserPermissionRevoked;
import io.neomt.event.avro.UserReactivated;
import io.neomt.event.avro.UserUpdated;
import org.apache.avro.specific.SpecificRecord;

/** User events as Avro records. */
final class UserRecords {

    private UserRecords() {}

    static SpecificRecord toAvro(UserEvent event) {
        return switch (event) {
            case UserEvent.UserCreated e ->
                new UserCreated(e.userId().toString(), e.username(), e.email(), e.displayName(), e.externalId());
            case UserEvent.UserUpdated e -> new UserUpdated(e.userId().toString(), e.email(), e.displayName());
            case UserEvent.UserDeactivated e -> new UserDeactivated(e.userId().toString());
            case UserEvent.UserReactivated e -> new UserReactivated(e.userId().toString());
            case UserEvent.UserDeleted e -> new UserDeleted(e.userId().toString());
            case UserEvent.RoleAssigned e ->
                new RoleAssigned(
                        e.userId().toString(),
                        e.roleId().toString(),
                        Limited.from(e.terms()),
                        Limited.until(e.terms()),
                        e.terms().condition());
            case UserEvent.RoleUnassigned e ->
                new RoleUnassigned(e.userId().toString(), e.roleId().toString(), WireNames.of(e.cause()));
            case UserEvent.UserPermissionGranted e ->
                new UserPermissionGranted(
                        e.userId().toString(),
                        e.grantId().toString(),
                        e.permission().pattern().text(),
                        WireNames.of(e.permission().effect()),
                        Limited.type(e.permission()),
                        Limited.id(e.permission()),
                        Limited.from(e.permission().terms()),
                        Limited.until(e.permission().terms()),
                        e.permission().terms().condition());
            case UserEvent.UserPermissionRevoked e ->
                new UserPermissionRevoked(e.userId().toString(), e.grantId().toString(), WireNames.of(e.cause()));
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

    static UserEvent toEvent(UserUpdated record) {
        return new UserEvent.UserUpdated(UserId.of(record.getUserId()), record.getEmail(), record.getDisplayName());
    }

    static UserEvent toEvent(UserDeactivated record) {
        return new UserEvent.UserDeactivated(UserId.of(record.getUserId()));
    }

    static UserEvent toEvent(UserReactivated record) {
        return new UserEvent.UserReactivated(UserId.of(record.getUserId()));
    }

    static UserEvent toEvent(UserDeleted record) {
        return new UserEvent.UserDeleted(UserId.of(record.getUserId()));
    }

    static UserEvent toEvent(RoleAssigned record) {
        return new UserEvent.RoleAssigned(
                UserId.of(record.getUserId()),
                RoleId.of(record.getRoleId()),
                Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition()));
    }

    static UserEvent toEvent(RoleUnassigned record) {
        return new UserEvent.RoleUnassigned(
                UserId.of(record.getUserId()), RoleId.of(record.getRoleId()), WireNames.cause(record.getCause()));
    }

    static UserEvent toEvent(UserPermissionGranted record) {
        return new UserEvent.UserPermissionGranted(
                UserId.of(record.getUserId()),
                GrantId.of(record.getGrantId()),
                Limited.permission(
                        record.getPermission(),
                        record.getEffect(),
                        record.getResourceType(),
                        record.getResourceId(),
                        Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition())));
    }

    static UserEvent toEvent(UserPermissionRevoked record) {
        return new UserEvent.UserPermissionRevoked(
                UserId.of(record.getUserId()), GrantId.of(record.getGrantId()), WireNames.cause(record.getCause()));
    }
}
