package io.neomt.command.model;

import io.neomt.command.access.AccessCommand;
import io.neomt.command.access.AccessDecider;
import io.neomt.command.catalogue.CatalogueCommand;
import io.neomt.command.catalogue.CatalogueDecider;
import io.neomt.command.grant.GrantCommand;
import io.neomt.command.grant.GrantDecider;
import io.neomt.command.intervention.InterventionCommand;
import io.neomt.command.intervention.InterventionDecider;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Expire;
import io.neomt.command.kernel.Giving;
import io.neomt.command.migration.ReportMigration;
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
import io.neomt.command.organization.OrganizationCommand;
import io.neomt.command.organization.OrganizationDecider;
import io.neomt.command.resource.ResourceCommand;
import io.neomt.command.resource.ResourceDecider;
import io.neomt.command.role.RoleCommand;
import io.neomt.command.role.RoleDecider;
import io.neomt.command.team.TeamCommand;
import io.neomt.command.team.TeamDecider;
import io.neomt.command.template.TemplateCommand;
import io.neomt.command.template.TemplateDecider;
import io.neomt.command.tenant.TenantCommand;
import io.neomt.command.tenant.TenantDecider;
import io.neomt.command.user.UserCommand;
import io.neomt.command.user.UserDecider;
import java.time.Instant;

/** Hands each command to the decider of its feature. */
final class Deciding {

    private Deciding() {}

    static Decision decide(Command command, World world, Giving giving) {
        Aggregate aggregate = world.current(command.subject()).aggregate();
        Around around = new Around(world, world.tenant());
        return switch (command) {
            case OrganizationCommand c -> OrganizationDecider.decide(((OfOrganization) aggregate).state(), c);
            case TenantCommand c -> TenantDecider.decide(((OfTenant) aggregate).state(), c, around, giving.now());
            case UserCommand c -> UserDecider.decide(((OfUser) aggregate).life(), c, around);
            case GrantCommand c -> GrantDecider.decide(((OfUser) aggregate).holdings(), c, around, giving);
            case RoleCommand c -> RoleDecider.decide(((OfRole) aggregate).state(), c, around, giving);
            case TeamCommand c -> TeamDecider.decide(((OfTeam) aggregate).state(), c, around, giving);
            case CatalogueCommand c -> CatalogueDecider.decide(((OfCatalogue) aggregate).state(), c);
            case ResourceCommand c -> ResourceDecider.decide(((OfResource) aggregate).state(), c, around);
            case AccessCommand c -> AccessDecider.decide(((OfAccess) aggregate).state(), c, around, giving);
            case TemplateCommand c -> TemplateDecider.decide(((OfTemplate) aggregate).state(), c, giving);
            case InterventionCommand c -> InterventionDecider.decide(c, world.parkedAt(c.tenantId(), c.position()));
            case ReportMigration c -> Decision.accept(c.events());
            case Expire _ -> expire(aggregate, giving.now());
            default -> throw new IllegalArgumentException("no feature decides " + command.getClass());
        };
    }

    private static Decision expire(Aggregate aggregate, Instant now) {
        return switch (aggregate) {
            case OfUser user -> GrantDecider.expire(user.holdings(), now);
            case OfRole role -> RoleDecider.expire(role.state(), now);
            case OfTeam team -> TeamDecider.expire(team.state(), now);
            case OfAccess access -> AccessDecider.expire(access.state(), now);
            case OfTenant tenant -> TenantDecider.expire(tenant.state(), now);
            case OfOrganization _, OfCatalogue _, OfResource _, OfTemplate _, OfMigration _ -> Decision.nothingToDo();
        };
    }
}
