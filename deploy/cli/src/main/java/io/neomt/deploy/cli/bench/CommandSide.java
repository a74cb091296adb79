package io.neomt.deploy.cli.bench;

import com.github.f4b6a3.uuid.UuidCreator;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.model.Outcome;
import io.neomt.command.store.CommandQueues;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.platform.Services;
import io.neomt.event.GrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Commands handed to the running command service where its controllers hand them on: everything but HTTP. */
final class CommandSide {

    /** Needs no permission, as only the platform itself does; for what is not measured. */
    static final Actor ITSELF = new Actor.Internal("bench");

    private static final String BOSS = "bench-boss";
    private static final List<String> BOSS_MAY = List.of("users.write.tenant", "grants.write.tenant");

    private final CommandQueues queues;

    CommandSide(Services services) {
        queues = services.context(ServiceName.COMMAND_SERVICE).getBean(CommandQueues.class);
    }

    /** @throws IllegalStateException when it is not accepted */
    Outcome.Accepted send(TenantId tenant, Actor actor, Command command) {
        String id = id().toString();
        Outcome outcome = queues.submit(
                new CommandEnvelope(id(), tenant, actor, id, id, null, Instant.now(), null, null, command));
        if (outcome instanceof Outcome.Accepted accepted) {
            return accepted;
        }
        throw new IllegalStateException("a command was not accepted: " + outcome);
    }

    /** A user of the tenant who may write users and what they hold, so that commands are authorized as usual. */
    Actor boss(TenantId tenant) {
        UserId boss = user();
        send(tenant, ITSELF, create(boss, BOSS));
        BOSS_MAY.forEach(code -> send(tenant, ITSELF, grant(boss, code)));
        return new Actor.User(tenant, BOSS);
    }

    static CreateUser create(UserId user, String name) {
        return new CreateUser(user, name, null, name, name);
    }

    static GrantPermission grant(UserId user, String code) {
        return new GrantPermission(user, new GrantId(id()), Permission.grant(PermissionPattern.parse(code)));
    }

    static UserId user() {
        return new UserId(id());
    }

    static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
