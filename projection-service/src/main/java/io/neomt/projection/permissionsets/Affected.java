package io.neomt.projection.permissionsets;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose sets some events may have changed. A user's set refers to roles, so an event about a role affects no user; it
 * affects the roles that inherit from it, too, which only the rows can tell.
 */
public record Affected(Set<UserId> users, Set<RoleId> roles) {

    public Affected {
        users = Set.copyOf(users);
        roles = Set.copyOf(roles);
    }

    public static Affected by(List<EventEnvelope> events) {
        Set<UserId> users = new LinkedHashSet<>();
        Set<RoleId> roles = new LinkedHashSet<>();
        events.forEach(envelope -> add(users, roles, envelope.event()));
        return new Affected(users, roles);
    }

    private static void add(Set<UserId> users, Set<RoleId> roles, Event event) {
        switch (event) {
            case OrganizationEvent _, TenantEvent _ -> {}
            case TeamEvent _, CatalogueEvent _, ResourceEvent _, AccessEvent _, TemplateEvent _ -> {}
            case UserEvent e -> users.add(e.userId());
            case RoleEvent e -> roles.add(e.roleId());
        }
    }

    public boolean isEmpty() {
        return users.isEmpty() && roles.isEmpty();
    }
}
