package io.neomt.projection.permissionsets;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.AccessGrantId;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamId;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose sets some events may have changed. A user's set refers to roles and teams, so an event about one of those
 * affects no user; it affects the roles that inherit from it, or the teams below it, too, which only the rows can tell.
 *
 * @param access grants that were taken back, of which only the rows know whose they were
 */
public record Affected(
        Set<UserId> users, Set<RoleId> roles, Set<TeamId> teams, Set<Instance> resources, Set<AccessGrantId> access) {

    public Affected {
        users = Set.copyOf(users);
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        resources = Set.copyOf(resources);
        access = Set.copyOf(access);
    }

    public static Affected by(List<EventEnvelope> events) {
        Collected all = new Collected();
        events.forEach(envelope -> all.add(envelope.event()));
        return new Affected(all.users, all.roles, all.teams, all.resources, all.access);
    }

    private static final class Collected {

        private final Set<UserId> users = new LinkedHashSet<>();
        private final Set<RoleId> roles = new LinkedHashSet<>();
        private final Set<TeamId> teams = new LinkedHashSet<>();
        private final Set<Instance> resources = new LinkedHashSet<>();
        private final Set<AccessGrantId> access = new LinkedHashSet<>();

        private void add(Event event) {
            switch (event) {
                case OrganizationEvent _, TenantEvent _, CatalogueEvent _, TemplateEvent _, MigrationEvent _ -> {}
                case ProjectionEvent _ -> {}
                case UserEvent e -> users.add(e.userId());
                case RoleEvent e -> roles.add(e.roleId());
                case TeamMemberAdded e -> users.add(e.userId());
                case TeamMemberRemoved e -> users.add(e.userId());
                case TeamEvent e -> teams.add(e.teamId());
                case ResourceEvent e -> resources.add(e.instance());
                case AccessGranted e -> users.add(e.user());
                case AccessRevoked e -> access.add(e.accessGrantId());
            }
        }
    }
}
