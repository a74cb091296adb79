package io.neomt.query.audit;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionCode;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Matter;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who had a permission at some time, by the tenant's events up to then and the rules that decide today. */
public final class Holders {

    private final History history;
    private final Assembly assembly;

    public Holders(History history, Assembly assembly) {
        this.history = history;
        this.assembly = assembly;
    }

    /**
     * Somebody who had it.
     *
     * @param username null for somebody from another tenant
     * @param home the tenant of somebody from another tenant, who had it for as long as that let them in
     * @param by what gave it
     */
    public record Holder(
            UserId user,
            @Nullable String username,
            @Nullable TenantId home,
            Entitlement by) {}

    /**
     * @param position of the last event that had happened
     * @param holders in the order of their ids
     */
    public record Found(Position position, List<Holder> holders) {
        public Found {
            holders = List.copyOf(holders);
        }
    }

    /**
     * Users of the tenant and of others that it let in; not those of the platform, who have their permissions there.
     *
     * @throws TooMuchHistoryException when there was too much for the memory
     */
    public Found of(TenantId tenant, PermissionCode code, Instant time) {
        Position position = history.at(tenant, time);
        Past past = new Past();
        history.events(tenant, position, past::add);
        if (!past.active()) {
            return new Found(position, List.of());
        }
        Scene scene = new PastScene(past, position).scene(assembly);
        return new Found(
                position,
                everybody(past)
                        .flatMap(user -> holder(past, scene, new CheckRequest.OfCode(user, code), time).stream())
                        .toList());
    }

    private static Stream<UserId> everybody(Past past) {
        TreeSet<UserId> users = new TreeSet<>(past.users.keySet());
        past.access.values().forEach(access -> users.add(access.user()));
        return users.stream();
    }

    private static Optional<Holder> holder(Past past, Scene scene, CheckRequest.OfCode asked, Instant time) {
        UserId user = asked.user();
        Matter matter = new Matter.OfCode(asked, time);
        long position = scene.position().value();
        return switch (scene.standing(user)) {
            case null -> Optional.empty();
            case Standing.Blocked _ -> Optional.empty();
            case Standing.Active(var held) ->
                allowed(matter.decide(held, position))
                        .map(by -> new Holder(user, Objects.requireNonNull(past.users.get(user)).username, null, by));
            case Standing.Foreign(var access) ->
                access.stream()
                        .flatMap(each -> allowed(matter.decide(each.user(), position))
                                .map(by -> new Holder(user, null, each.home(), by))
                                .stream())
                        .findFirst();
        };
    }

    private static Optional<Entitlement> allowed(@Nullable Decision decision) {
        return decision instanceof Decision.Allowed(var by) ? Optional.of(by) : Optional.empty();
    }
}
