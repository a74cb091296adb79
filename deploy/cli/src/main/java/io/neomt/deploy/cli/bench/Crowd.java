package io.neomt.deploy.cli.bench;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.kernel.Command;
import io.neomt.command.model.Bulk;
import io.neomt.command.model.Outcome;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tenant's users who all have one role. */
record Crowd(OwnTenants.Own tenant, RoleId role, List<String> users) {

    /** Two commands for each. */
    private static final int AT_ONCE = Bulk.MOST_PARTS / 2;

    Crowd {
        users = List.copyOf(users);
    }

    static Crowd make(CommandSide commands, OwnTenants.Own tenant, int members) {
        RoleId role = new RoleId(CommandSide.id());
        Command create = new CreateRole(role, "crowd", null, List.of(), Map.of(), null, false);
        Outcome.Accepted unused = commands.send(tenant.id(), CommandSide.ITSELF, create);
        return new Crowd(tenant, role, List.of()).more(commands, members);
    }

    /** Others who are given the same role, without those who have it. */
    Crowd more(CommandSide commands, int members) {
        List<String> others = new ArrayList<>();
        while (others.size() < members) {
            others.addAll(join(commands, tenant.id(), role, Math.min(AT_ONCE, members - others.size())));
        }
        return new Crowd(tenant, role, others);
    }

    private static List<String> join(CommandSide commands, TenantId tenant, RoleId role, int count) {
        List<String> users = new ArrayList<>();
        List<Command> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UserId user = CommandSide.user();
            users.add(user.toString());
            parts.add(CommandSide.create(user, "u" + user));
            parts.add(new AssignRoles(user, Set.of(role)));
        }
        Outcome.Accepted unused = commands.send(tenant, CommandSide.ITSELF, new Bulk(tenant, parts));
        return users;
    }

    String path(String rest) {
        return "/api/v1/tenants/" + tenant.slug() + rest;
    }
}
