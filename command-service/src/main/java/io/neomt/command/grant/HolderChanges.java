package io.neomt.command.grant;

import io.neomt.command.grant.HolderState.Absent;
import io.neomt.command.grant.HolderState.Existing;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Ordered;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import java.util.Map;

/** What events make of what a user holds. */
public final class HolderChanges {

    private HolderChanges() {}

    public static HolderState evolve(HolderState state, UserEvent event) {
        return switch (event) {
            case UserCreated e -> new Existing(e.userId(), true, Map.of(), Map.of(), Map.of());
            case UserUpdated _ -> state;
            case UserDeactivated _ -> existing(state).withActive(false);
            case UserReactivated _ -> existing(state).withActive(true);
            case UserDeleted _ -> new Absent();
            case RoleAssigned e -> {
                Existing holder = existing(state);
                yield holder.withRoles(Ordered.with(holder.roles(), e.roleId(), e.terms()));
            }
            case RoleUnassigned e -> {
                Existing holder = existing(state);
                yield holder.withRoles(Ordered.without(holder.roles(), e.roleId()));
            }
            case UserPermissionGranted e -> {
                Existing holder = existing(state);
                yield holder.withGrants(Ordered.with(holder.grants(), e.grantId(), e.permission()));
            }
            case UserPermissionRevoked e -> {
                Existing holder = existing(state);
                yield holder.withGrants(Ordered.without(holder.grants(), e.grantId()));
            }
        };
    }

    public static HolderState join(HolderState state, TeamMemberAdded e) {
        Existing holder = existing(state);
        Membership membership = new Membership(e.teamRole(), e.terms());
        return holder.withTeams(Ordered.with(holder.teams(), e.teamId(), membership));
    }

    public static HolderState leave(HolderState state, TeamMemberRemoved e) {
        Existing holder = existing(state);
        return holder.withTeams(Ordered.without(holder.teams(), e.teamId()));
    }

    private static Existing existing(HolderState state) {
        return switch (state) {
            case Absent _ -> throw new IllegalStateException("only who is there holds anything");
            case Existing holder -> holder;
        };
    }
}
