package io.neomt.command.model;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Authorization;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.tenant.TenantState;
import io.neomt.event.TenantId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an actor may do in a tenant at one time: users at home by what they hold there, users of the platform everywhere by
 * what they hold on the platform, and both, too, by access grants of a tenant that is not their home.
 */
record Standing(World world, Actor.User actor, Instant now) {

    Optional<Rejection> refuse(Command command) {
        if (command.ofPlatformOnly() && !isOfPlatform()) {
            return Optional.of(Authorization.forbiddenTenant());
        }
        return refuseHome().or(() -> refuseUser(command));
    }

    /** Users of a tenant that is not to be used may do nothing anywhere; those of the platform begin before it is active. */
    private Optional<Rejection> refuseHome() {
        return isOfPlatform() || isHome() ? Optional.empty() : new Around(world, actor.home()).closed();
    }

    private Optional<Rejection> refuseUser(Command command) {
        Optional<HolderFacts> holder = holder();
        if (isHome()) {
            return Authorization.refuseUser(holder, command.requiredPermissions())
                    .or(() -> Authorization.refuse(atHome(holder), command.requiredPermissions(), now));
        }
        return isOfPlatform() ? refuseOfPlatform(holder, command) : refuseGuest(holder, command);
    }

    private Optional<Rejection> refuseOfPlatform(Optional<HolderFacts> holder, Command command) {
        return Authorization.refuseUser(holder, command.requiredPermissions())
                .or(() -> Authorization.refuse(
                        Authorization.together(atHome(holder), asGuest(access(holder))),
                        command.requiredPermissions(),
                        now));
    }

    /** To whom no access was given is not even told whether the tenant exists. */
    private Optional<Rejection> refuseGuest(Optional<HolderFacts> holder, Command command) {
        Map<UUID, Permission> access = access(holder);
        if (access.isEmpty()) {
            return Optional.of(Authorization.forbiddenTenant());
        }
        return Authorization.refuseUser(holder, command.requiredPermissions())
                .or(() -> Authorization.refuse(asGuest(access), command.requiredPermissions(), now));
    }

    /** {@code <tenant slug>/<user id>} of an actor that is known. */
    String name() {
        return switch (new Around(world, actor.home()).tenantState()) {
            case TenantState.Existing tenant ->
                tenant.slug() + "/" + holder().orElseThrow().id();
            case TenantState.Absent _ -> throw new IllegalStateException("an actor's tenant exists");
        };
    }

    private boolean isHome() {
        return actor.home().equals(world.tenant());
    }

    private boolean isOfPlatform() {
        return actor.home().equals(TenantId.PLATFORM);
    }

    private Optional<HolderFacts> holder() {
        Around home = new Around(world, actor.home());
        return world.holder(actor.home(), new Name(Name.Kind.EXTERNAL_ID, actor.externalId()))
                .flatMap(home::holder);
    }

    private PermissionSet atHome(Optional<HolderFacts> holder) {
        return Authorization.atHome(holder.orElseThrow(), new Around(world, actor.home()), now);
    }

    private PermissionSet asGuest(Map<UUID, Permission> access) {
        return Authorization.asGuest(access, new Around(world, world.tenant()), now);
    }

    /** The access grants that are in their windows. */
    private Map<UUID, Permission> access(Optional<HolderFacts> holder) {
        Map<UUID, Permission> open = new HashMap<>();
        holder.ifPresent(user -> new Around(world, world.tenant())
                .accessOf(actor.home(), user.id())
                .forEach((id, p) -> {
                    if (p.terms().window().contains(now)) {
                        open.put(id, p);
                    }
                }));
        return open;
    }
}
