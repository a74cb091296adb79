package io.neomt.command.model;

import io.neomt.command.access.AccessDecider;
import io.neomt.command.catalogue.CatalogueDecider;
import io.neomt.command.grant.HolderChanges;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate.OfAccess;
import io.neomt.command.model.Aggregate.OfCatalogue;
import io.neomt.command.model.Aggregate.OfMigration;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfResource;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTeam;
import io.neomt.command.model.Aggregate.OfTemplate;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationDecider;
import io.neomt.command.resource.ResourceDecider;
import io.neomt.command.role.RoleChanges;
import io.neomt.command.team.TeamChanges;
import io.neomt.command.template.TemplateDecider;
import io.neomt.command.tenant.TenantChanges;
import io.neomt.command.user.UserDecider;
import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent;
import java.util.List;

/** What an event makes of the aggregates that it concerns. */
final class Folding {

    private Folding() {}

    /** Whose state the event changes; the first is whom it is about. */
    static List<Subject> concerned(TenantId tenant, Event event) {
        Subject about = Subject.of(tenant, event);
        if (event instanceof TeamMemberAdded(var _, var user, var _, var _)) {
            return List.of(about, Subject.of(user));
        }
        if (event instanceof TeamMemberRemoved(var _, var user, var _)) {
            return List.of(about, Subject.of(user));
        }
        return List.of(about);
    }

    /**
     * @param position of the event
     * @throws ClassCastException when the event does not concern such an aggregate
     */
    static Aggregate evolve(Aggregate aggregate, Event event, long position) {
        return switch (event) {
            case OrganizationEvent e ->
                new OfOrganization(OrganizationDecider.evolve(((OfOrganization) aggregate).state(), e));
            case TenantEvent e -> new OfTenant(TenantChanges.evolve(((OfTenant) aggregate).state(), e));
            case UserEvent e -> {
                OfUser user = (OfUser) aggregate;
                yield new OfUser(UserDecider.evolve(user.life(), e), HolderChanges.evolve(user.holdings(), e));
            }
            case RoleEvent e -> new OfRole(RoleChanges.evolve(((OfRole) aggregate).state(), e));
            case TeamEvent e when aggregate instanceof OfUser user -> member(user, e);
            case TeamEvent e -> new OfTeam(TeamChanges.evolve(((OfTeam) aggregate).state(), e));
            case CatalogueEvent e ->
                new OfCatalogue(CatalogueDecider.evolve(((OfCatalogue) aggregate).state(), e, position));
            case ResourceEvent e -> new OfResource(ResourceDecider.evolve(e));
            case AccessEvent e -> new OfAccess(AccessDecider.evolve(e));
            case TemplateEvent e -> new OfTemplate(TemplateDecider.evolve(e));
            case MigrationEvent e ->
                new OfMigration(((OfMigration) aggregate).state().evolve(e));
            // it is about views, of which nothing is decided here
            case ProjectionEvent _ -> aggregate;
        };
    }

    private static Aggregate member(OfUser user, TeamEvent event) {
        if (event instanceof TeamMemberAdded added) {
            return new OfUser(user.life(), HolderChanges.join(user.holdings(), added));
        }
        return new OfUser(user.life(), HolderChanges.leave(user.holdings(), (TeamMemberRemoved) event));
    }
}
