package io.neomt.deploy.cli.bench;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Clients that make users and give them something, each in one tenant. Each command becomes one event. */
final class Writers {

    private static final List<String> CODES = List.of("users.read.own", "roles.read.own", "teams.read.own");

    private final CommandSide commands;
    private final Map<TenantId, Actor> bosses = new HashMap<>();

    Writers(CommandSide commands, List<TenantId> tenants) {
        this.commands = commands;
        tenants.forEach(tenant -> bosses.put(tenant, commands.boss(tenant)));
    }

    /** @param count of the clients, spread over the tenants */
    List<Runnable> clients(int count, List<TenantId> tenants) {
        List<Runnable> clients = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> clients.add(client(tenants.get(i % tenants.size()))));
        return clients;
    }

    private Runnable client(TenantId tenant) {
        Actor boss = bosses.getOrDefault(tenant, CommandSide.ITSELF);
        Turns turns = new Turns();
        return () -> commands.send(tenant, boss, turns.next());
    }

    /** A user, then what it is given, then the next one. */
    private static final class Turns {

        private UserId user = CommandSide.user();
        private int turn;

        private Command next() {
            int step = turn++ % (1 + CODES.size());
            if (step > 0) {
                return CommandSide.grant(user, CODES.get(step - 1));
            }
            user = CommandSide.user();
            return CommandSide.create(user, "u" + user);
        }
    }
}
