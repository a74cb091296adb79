package io.neomt.command.model;

import io.neomt.command.grant.GrantCommand;
import io.neomt.command.grant.GrantDecider;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Decision;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationCommand;
import io.neomt.command.organization.OrganizationDecider;
import io.neomt.command.role.RoleCommand;
import io.neomt.command.role.RoleDecider;
import io.neomt.command.tenant.TenantCommand;
import io.neomt.command.tenant.TenantDecider;
import io.neomt.command.user.UserCommand;
import io.neomt.command.user.UserDecider;

/** Hands each command to the decider of its feature. */
final class Deciding {

    private Deciding() {}

    static Decision decide(Command command, World world) {
        Aggregate aggregate = world.current(command.subject()).aggregate();
        return switch (command) {
            case OrganizationCommand c -> OrganizationDecider.decide(((OfOrganization) aggregate).state(), c);
            case TenantCommand c -> TenantDecider.decide(((OfTenant) aggregate).state(), c, world);
            case UserCommand c -> UserDecider.decide(((OfUser) aggregate).life(), c);
            case GrantCommand c -> GrantDecider.decide(((OfUser) aggregate).holdings(), c, world.roles());
            case RoleCommand c -> RoleDecider.decide(((OfRole) aggregate).state(), c, world.roles());
            default -> throw new IllegalArgumentException("no feature decides " + command.getClass());
        };
    }
}
