package io.neomt.command.team;

import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.TeamFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happens when one team goes over into another. What both have stays as it is there, unless it is limited only there. */
final class Merger {

    private final TeamFacts from;
    private final TeamFacts into;
    private final List<TeamEvent> events = new ArrayList<>();

    Merger(TeamFacts from, TeamFacts into) {
        this.from = from;
        this.into = into;
    }

    List<TeamEvent> events(Tenancy tenancy, Set<UserId> members) {
        members.stream().flatMap(member -> tenancy.user(member).stream()).forEach(this::join);
        from.roles().forEach((role, terms) -> {
            if (isMore(terms, into.roles().get(role))) {
                events.add(new TeamRoleAssigned(into.id(), role, terms));
            }
        });
        Ordered.minus(from.permissions(), into.permissions())
                .forEach(permission -> events.add(new TeamPermissionGranted(into.id(), permission)));
        tenancy.teamsBelow(from.id()).forEach(this::move);
        events.add(new TeamDeleted(from.id(), into.id()));
        return events;
    }

    private void join(HolderFacts member) {
        Membership there = member.teams().get(into.id());
        Membership here = member.teams().get(from.id());
        if (here != null && isMore(here.terms(), there == null ? null : there.terms())) {
            String teamRole = there == null ? here.teamRole() : there.teamRole();
            events.add(new TeamMemberAdded(into.id(), member.id(), teamRole, here.terms()));
        }
    }

    private void move(TeamId child) {
        events.add(new TeamMoved(child, child.equals(into.id()) ? from.parentId() : into.id()));
    }

    private static boolean isMore(Terms here, @Nullable Terms there) {
        return there == null || (here.equals(Terms.NONE) && !there.equals(Terms.NONE));
    }
}
