package io.neomt.deploy.cli.bench;

import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.RevokePermission;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.model.Bulk;
import io.neomt.command.model.Outcome;
import io.neomt.event.GrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Commands one after the other, each of which changes what some user of some tenant may do. */
final class BackgroundCommands {

    private static final int USERS_OF_EACH = 400;
    private static final String CODE = "teams.read.own";

    private final CommandSide commands;
    private final List<Member> members = new ArrayList<>();
    private final Map<TenantId, Actor> bosses = new HashMap<>();
    private final AtomicReferenceArray<@Nullable GrantId> held;

    private record Member(TenantId tenant, UserId user) {}

    BackgroundCommands(CommandSide commands, List<TenantId> tenants) {
        this.commands = commands;
        tenants.forEach(this::fill);
        // neighbours are of different tenants, as they are where many people work
        Collections.shuffle(members, new Random(1));
        held = new AtomicReferenceArray<>(members.size());
    }

    private void fill(TenantId tenant) {
        bosses.put(tenant, commands.boss(tenant));
        List<Command> users = new ArrayList<>();
        for (int i = 0; i < USERS_OF_EACH; i++) {
            UserId user = CommandSide.user();
            users.add(CommandSide.create(user, "u" + user));
            members.add(new Member(tenant, user));
        }
        Outcome.Accepted unused = commands.send(tenant, CommandSide.ITSELF, new Bulk(tenant, users));
    }

    /** The next one: in turn each user is given something, and in the next round it is taken again. */
    void send(long number) {
        int at = (int) (number % members.size());
        Member member = members.get(at);
        GrantId before = held.get(at);
        GrantPermission grant = CommandSide.grant(member.user(), CODE);
        Actor boss = bosses.getOrDefault(member.tenant(), CommandSide.ITSELF);
        Command command = before == null ? grant : new RevokePermission(member.user(), before);
        Outcome.Accepted unused = commands.send(member.tenant(), boss, command);
        held.set(at, before == null ? grant.grantId() : null);
    }
}
