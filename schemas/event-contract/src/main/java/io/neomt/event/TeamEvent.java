package io.neomt.event;

import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import org.jspecify.annotations.Nullable;

/** What happens to a team: its life, its place among the teams, its members, roles and permissions. */
public sealed interface TeamEvent extends Event {

    TeamId teamId();

    /** @param parentId the team directly above, if any */
    record TeamCreated(
            TeamId teamId,
            String name,
            String description,
            @Nullable TeamId parentId) implements TeamEvent {}

    record TeamUpdated(TeamId teamId, String name, String description) implements TeamEvent {}

    record TeamMoved(TeamId teamId, @Nullable TeamId parentId) implements TeamEvent {}

    /**
     * Memberships, roles and permissions of the team end with it.
     *
     * @param mergedInto the team that took over what it held, if any; what it took over has events of its own
     */
    record TeamDeleted(TeamId teamId, @Nullable TeamId mergedInto) implements TeamEvent {
        public TeamDeleted(TeamId teamId) {
            this(teamId, null);
        }
    }

    /**
     * Replaces an earlier membership of the user in the team.
     *
     * @param teamRole a label such as {@code member} or {@code lead}, which grants nothing
     */
    record TeamMemberAdded(TeamId teamId, UserId userId, String teamRole, Terms terms) implements TeamEvent {
        public TeamMemberAdded(TeamId teamId, UserId userId, String teamRole) {
            this(teamId, userId, teamRole, Terms.NONE);
        }
    }

    record TeamMemberRemoved(TeamId teamId, UserId userId, Cause cause) implements TeamEvent {
        public TeamMemberRemoved(TeamId teamId, UserId userId) {
            this(teamId, userId, Cause.REVOKED);
        }
    }

    /** Replaces the terms of an earlier assignment of the role. */
    record TeamRoleAssigned(TeamId teamId, RoleId roleId, Terms terms) implements TeamEvent {
        public TeamRoleAssigned(TeamId teamId, RoleId roleId) {
            this(teamId, roleId, Terms.NONE);
        }
    }

    record TeamRoleUnassigned(TeamId teamId, RoleId roleId, Cause cause) implements TeamEvent {
        public TeamRoleUnassigned(TeamId teamId, RoleId roleId) {
            this(teamId, roleId, Cause.REVOKED);
        }
    }

    record TeamPermissionGranted(TeamId teamId, Permission permission) implements TeamEvent {}

    record TeamPermissionRevoked(TeamId teamId, Permission permission, Cause cause) implements TeamEvent {
        public TeamPermissionRevoked(TeamId teamId, Permission permission) {
            this(teamId, permission, Cause.REVOKED);
        }
    }
}
