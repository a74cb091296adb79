package io.neomt.projection.world;

import io.neomt.event.Event;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens to teams. A team lies only below an earlier one, so that there is no cycle. */
final class RandomTeams {

    private final Chance chance;
    private final Supplier<Optional<UserId>> user;
    private final Supplier<Optional<RoleId>> role;
    private final List<TeamId> living = new ArrayList<>();
    private final List<TeamMemberAdded> members = new ArrayList<>();
    private final List<TeamRoleAssigned> roles = new ArrayList<>();
    private final List<TeamPermissionGranted> permissions = new ArrayList<>();
    private long made;

    RandomTeams(Chance chance, Supplier<Optional<UserId>> user, Supplier<Optional<RoleId>> role) {
        this.chance = chance;
        this.user = user;
        this.role = role;
    }

    Optional<TeamId> one() {
        return chance.one(living);
    }

    Optional<Event> next() {
        return switch (chance.below(14)) {
            case 0, 1 -> Optional.of(created());
            case 2, 3 -> one().map(team -> new TeamMoved(team, below(team)));
            case 4, 5, 6 -> one().flatMap(team -> user.get().map(id -> joined(team, id)));
            case 7 -> chance.taken(members).map(link -> new TeamMemberRemoved(link.teamId(), link.userId()));
            case 8, 9 -> one().flatMap(team -> role.get().map(id -> assigned(team, id)));
            case 10 -> chance.taken(roles).map(link -> new TeamRoleUnassigned(link.teamId(), link.roleId()));
            case 11 -> one().map(this::granted);
            case 12 ->
                chance.taken(permissions).map(link -> new TeamPermissionRevoked(link.teamId(), link.permission()));
            default -> chance.oneIn(4) ? chance.taken(living).map(TeamDeleted::new) : one().map(this::renamed);
        };
    }

    private Event created() {
        TeamId id = Ids.team(++made);
        @Nullable TeamId parent = below(id);
        living.add(id);
        return new TeamCreated(id, "team" + made, "", parent);
    }

    private @Nullable TeamId below(TeamId team) {
        return one().filter(parent -> parent.compareTo(team) < 0).orElse(null);
    }

    private Event joined(TeamId team, UserId member) {
        String label = chance.oneIn(3) ? "lead" : "member";
        TeamMemberAdded link = new TeamMemberAdded(team, member, label, chance.terms());
        members.removeIf(each -> each.teamId().equals(team) && each.userId().equals(member));
        members.add(link);
        return link;
    }

    private Event assigned(TeamId team, RoleId id) {
        TeamRoleAssigned link = new TeamRoleAssigned(team, id, chance.terms());
        roles.removeIf(each -> each.teamId().equals(team) && each.roleId().equals(id));
        roles.add(link);
        return link;
    }

    private Event granted(TeamId team) {
        TeamPermissionGranted link = new TeamPermissionGranted(team, chance.permission());
        permissions.remove(link);
        permissions.add(link);
        return link;
    }

    private Event renamed(TeamId team) {
        return new TeamUpdated(team, "team" + ++made, "renamed");
    }
}
