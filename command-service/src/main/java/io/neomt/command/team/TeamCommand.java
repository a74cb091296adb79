package io.neomt.command.team;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Subject;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.Terms;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked of a team. */
public sealed interface TeamCommand extends Command {

    TeamId teamId();

    @Override
    default Subject subject() {
        return Subject.of(teamId());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.TEAMS;
    }

    /** @param parentId the team directly above, null for none */
    record CreateTeam(
            TeamId teamId,
            String name,
            String description,
            @Nullable TeamId parentId) implements TeamCommand {
        public CreateTeam {
            Field.name("name", name);
            Field.text("description", description);
        }
    }

    record UpdateTeam(TeamId teamId, String name, String description) implements TeamCommand {
        public UpdateTeam {
            Field.name("name", name);
            Field.text("description", description);
        }
    }

    /** @param parentId the team directly above, null for none */
    record MoveTeam(TeamId teamId, @Nullable TeamId parentId) implements TeamCommand {}

    /** @param moveChildrenUp whether the teams below come to stand where this one stood */
    record DeleteTeam(TeamId teamId, boolean moveChildrenUp) implements TeamCommand {}

    /** Members, roles, permissions and the teams below go to the other team; this one is deleted. */
    record MergeTeam(TeamId teamId, TeamId into) implements TeamCommand {

        static final int MAX_MEMBERS = 10_000;

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Rules.TEAMS_AND_GRANTS;
        }
    }

    /** A membership that is there already is replaced where it differs. */
    record AddMembers(TeamId teamId, Map<UserId, Membership> members) implements TeamCommand {
        public AddMembers {
            Rules.some("members", members.keySet());
            members.values().forEach(membership -> Rules.teamRole(membership.teamRole()));
            members = Ordered.map(members);
        }

        @Override
        public Set<Subject> looksAt() {
            return Rules.andUsers(subject(), members.keySet());
        }
    }

    record RemoveMembers(TeamId teamId, Set<UserId> userIds) implements TeamCommand {
        public RemoveMembers {
            Rules.some("user_ids", userIds);
            userIds = Ordered.set(userIds);
        }

        @Override
        public Set<Subject> looksAt() {
            return Rules.andUsers(subject(), userIds);
        }
    }

    /** Terms other than those on which the team has a role replace them. */
    record AssignTeamRoles(TeamId teamId, Map<RoleId, Terms> roles) implements TeamCommand {
        public AssignTeamRoles {
            Rules.some("role_ids", roles.keySet());
            roles = Ordered.map(roles);
        }

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.GRANTS;
        }
    }

    record UnassignTeamRoles(TeamId teamId, Set<RoleId> roleIds) implements TeamCommand {
        public UnassignTeamRoles {
            Rules.some("role_ids", roleIds);
            roleIds = Ordered.set(roleIds);
        }

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.GRANTS;
        }
    }

    /** @param permissions all that the team shall hold itself */
    record SetTeamPermissions(TeamId teamId, List<Permission> permissions) implements TeamCommand {
        public SetTeamPermissions {
            Field.atMost(Rules.MAX_PERMISSIONS, "permissions", permissions);
            permissions = List.copyOf(permissions);
        }

        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Needs.GRANTS;
        }
    }

    /** The form of a team's fields. */
    final class Rules {

        static final int MAX_PERMISSIONS = 1000;
        private static final int MAX_AT_ONCE = 1000;
        private static final Pattern TEAM_ROLE = Pattern.compile("[a-z][a-z0-9_-]{0,62}");
        private static final Set<PermissionCode> TEAMS_AND_GRANTS = Ordered.set(
                List.of(Needs.TEAMS.iterator().next(), Needs.GRANTS.iterator().next()));

        private Rules() {}

        private static void teamRole(String teamRole) {
            Field.matching(
                    TEAM_ROLE, "team_role", teamRole, "is 1 to 63 of a-z, 0-9, '_' and '-', starting with a letter");
        }

        private static void some(String field, Collection<?> values) {
            Field.atMost(MAX_AT_ONCE, field, values);
            if (values.isEmpty()) {
                throw new InvalidFieldException(field, "names at least one");
            }
        }

        private static Set<Subject> andUsers(Subject team, Collection<UserId> users) {
            Set<Subject> all = new LinkedHashSet<>();
            all.add(team);
            users.forEach(user -> all.add(Subject.of(user)));
            return all;
        }
    }
}
