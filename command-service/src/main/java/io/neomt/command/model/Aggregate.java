package io.neomt.command.model;

import io.neomt.command.grant.GrantDecider;
import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Subject;
import io.neomt.command.organization.OrganizationDecider;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.role.RoleDecider;
import io.neomt.command.role.RoleState;
import io.neomt.command.tenant.TenantDecider;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.user.UserDecider;
import io.neomt.command.user.UserState;
import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import java.util.Set;

/** The fold of all events about one subject. */
public sealed interface Aggregate {

    /** The names that the subject holds. */
    Set<Name> names();

    record OfOrganization(OrganizationState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }
    }

    record OfTenant(TenantState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }
    }

    /** Two features look at a user: its life, and what it holds. */
    record OfUser(UserState life, HolderState holdings) implements Aggregate {
        @Override
        public Set<Name> names() {
            return life.names();
        }
    }

    record OfRole(RoleState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }
    }

    /** A subject without events. */
    static Aggregate absent(Subject.Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> new OfOrganization(new OrganizationState.Absent());
            case TENANT -> new OfTenant(new TenantState.Absent());
            case USER -> new OfUser(new UserState.Absent(), new HolderState.Absent());
            case ROLE -> new OfRole(new RoleState.Absent());
            case TEAM, CATALOGUE, RESOURCE, ACCESS, TEMPLATE ->
                throw new IllegalArgumentException("no command is about a " + kind.text());
        };
    }

    /** @throws ClassCastException when the event is about another kind of subject */
    default Aggregate evolve(Event event) {
        return switch (event) {
            case OrganizationEvent e ->
                new OfOrganization(OrganizationDecider.evolve(((OfOrganization) this).state(), e));
            case TenantEvent e -> new OfTenant(TenantDecider.evolve(((OfTenant) this).state(), e));
            case UserEvent e -> {
                OfUser user = (OfUser) this;
                yield new OfUser(UserDecider.evolve(user.life(), e), GrantDecider.evolve(user.holdings(), e));
            }
            case RoleEvent e -> new OfRole(RoleDecider.evolve(((OfRole) this).state(), e));
            case TeamEvent _, CatalogueEvent _, ResourceEvent _, AccessEvent _, TemplateEvent _ ->
                throw new IllegalArgumentException("no command leads to " + event);
        };
    }
}
