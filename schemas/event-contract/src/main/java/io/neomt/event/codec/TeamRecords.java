package io.neomt.event.codec;

import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.event.avro.TeamCreated;
import io.neomt.event.avro.TeamDeleted;
import io.neomt.event.avro.TeamMemberAdded;
import io.neomt.event.avro.TeamMemberRemoved;
import io.neomt.event.avro.TeamMoved;
import io.neomt.event.avro.TeamPermissionGranted;
import io.neomt.event.avro.TeamPermissionRevoked;
import io.neomt.event.avro.TeamRoleAssigned;
import io.neomt.event.avro.TeamRoleUnassigned;
import io.neomt.event.avro.TeamUpdated;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Team events as Avro records. */
final class TeamRecords {

    private TeamRecords() {}

    static SpecificRecord toAvro(TeamEvent event) {
        return switch (event) {
            case TeamEvent.TeamCreated e ->
                new TeamCreated(e.teamId().toString(), e.name(), e.description(), text(e.parentId()));
            case TeamEvent.TeamUpdated e -> new TeamUpdated(e.teamId().toString(), e.name(), e.description());
            case TeamEvent.TeamMoved e -> new TeamMoved(e.teamId().toString(), text(e.parentId()));
            case TeamEvent.TeamDeleted e -> new TeamDeleted(e.teamId().toString(), text(e.mergedInto()));
            case TeamEvent.TeamMemberAdded e ->
                new TeamMemberAdded(
                        e.teamId().toString(),
                        e.userId().toString(),
                        e.teamRole(),
                        Limited.from(e.terms()),
                        Limited.until(e.terms()),
                        e.terms().condition());
            case TeamEvent.TeamMemberRemoved e ->
                new TeamMemberRemoved(e.teamId().toString(), e.userId().toString(), WireNames.of(e.cause()));
            case TeamEvent.TeamRoleAssigned e ->
                new TeamRoleAssigned(
                        e.teamId().toString(),
                        e.roleId().toString(),
                        Limited.from(e.terms()),
                        Limited.until(e.terms()),
                        e.terms().condition());
            case TeamEvent.TeamRoleUnassigned e ->
                new TeamRoleUnassigned(e.teamId().toString(), e.roleId().toString(), WireNames.of(e.cause()));
            case TeamEvent.TeamPermissionGranted e ->
                new TeamPermissionGranted(
                        e.teamId().toString(),
                        e.permission().pattern().text(),
                        WireNames.of(e.permission().effect()),
                        Limited.type(e.permission()),
                        Limited.id(e.permission()),
                        Limited.from(e.permission().terms()),
                        Limited.until(e.permission().terms()),
                        e.permission().terms().condition());
            case TeamEvent.TeamPermissionRevoked e ->
                new TeamPermissionRevoked(
                        e.teamId().toString(),
                        e.permission().pattern().text(),
                        WireNames.of(e.permission().effect()),
                        Limited.type(e.permission()),
                        Limited.id(e.permission()),
                        Limited.from(e.permission().terms()),
                        Limited.until(e.permission().terms()),
                        e.permission().terms().condition(),
                        WireNames.of(e.cause()));
        };
    }

    static TeamEvent toEvent(TeamCreated record) {
        return new TeamEvent.TeamCreated(
                TeamId.of(record.getTeamId()), record.getName(), record.getDescription(), team(record.getParentId()));
    }

    static TeamEvent toEvent(TeamUpdated record) {
        return new TeamEvent.TeamUpdated(TeamId.of(record.getTeamId()), record.getName(), record.getDescription());
    }

    static TeamEvent toEvent(TeamMoved record) {
        return new TeamEvent.TeamMoved(TeamId.of(record.getTeamId()), team(record.getParentId()));
    }

    static TeamEvent toEvent(TeamDeleted record) {
        return new TeamEvent.TeamDeleted(TeamId.of(record.getTeamId()), team(record.getMergedInto()));
    }

    static TeamEvent toEvent(TeamMemberAdded record) {
        return new TeamEvent.TeamMemberAdded(
                TeamId.of(record.getTeamId()),
                UserId.of(record.getUserId()),
                record.getTeamRole(),
                Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition()));
    }

    static TeamEvent toEvent(TeamMemberRemoved record) {
        return new TeamEvent.TeamMemberRemoved(
                TeamId.of(record.getTeamId()), UserId.of(record.getUserId()), WireNames.cause(record.getCause()));
    }

    static TeamEvent toEvent(TeamRoleAssigned record) {
        return new TeamEvent.TeamRoleAssigned(
                TeamId.of(record.getTeamId()),
                RoleId.of(record.getRoleId()),
                Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition()));
    }

    static TeamEvent toEvent(TeamRoleUnassigned record) {
        return new TeamEvent.TeamRoleUnassigned(
                TeamId.of(record.getTeamId()), RoleId.of(record.getRoleId()), WireNames.cause(record.getCause()));
    }

    static TeamEvent toEvent(TeamPermissionGranted record) {
        return new TeamEvent.TeamPermissionGranted(
                TeamId.of(record.getTeamId()),
                Limited.permission(
                        record.getPermission(),
                        record.getEffect(),
                        record.getResourceType(),
                        record.getResourceId(),
                        Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition())));
    }

    static TeamEvent toEvent(TeamPermissionRevoked record) {
        return new TeamEvent.TeamPermissionRevoked(
                TeamId.of(record.getTeamId()),
                Limited.permission(
                        record.getPermission(),
                        record.getEffect(),
                        record.getResourceType(),
                        record.getResourceId(),
                        Limited.terms(record.getValidFrom(), record.getExpiresAt(), record.getCondition())),
                WireNames.cause(record.getCause()));
    }

    private static @Nullable String text(@Nullable TeamId id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable TeamId team(@Nullable String text) {
        return text == null ? null : TeamId.of(text);
    }
}
