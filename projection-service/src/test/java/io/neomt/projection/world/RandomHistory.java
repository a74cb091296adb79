package io.neomt.projection.world;

import io.neomt.event.Event;
import io.neomt.event.GrantId;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a history as deciders would let it happen, by chance but the same for the same seed. */
public final class RandomHistory {

    private static final List<String> PERMISSIONS =
            List.of("users.read.own", "users.*.team", "docs.write.tenant", "*.read.*", "admin.billing.tenant");

    private final Random random;
    private final History history;
    private final List<UserId> users = new ArrayList<>();
    private final Set<UserId> deactivated = new HashSet<>();
    private final List<RoleId> roles = new ArrayList<>();
    private final Set<RoleId> deleted = new HashSet<>();
    private final List<RoleAssigned> assigned = new ArrayList<>();
    private final List<RolePermissionGranted> permissions = new ArrayList<>();
    private final List<RoleParentAdded> parents = new ArrayList<>();
    private final List<UserPermissionGranted> grants = new ArrayList<>();
    private long made;

    private RandomHistory(TenantId tenant, long seed) {
        this.random = new Random(seed);
        this.history = new History(tenant);
    }

    public static History of(TenantId tenant, long seed, int length) {
        RandomHistory world = new RandomHistory(tenant, seed);
        while (world.history.events().size() < length) {
            world.next().ifPresent(world.history::add);
        }
        return world.history;
    }

    private Optional<Event> next() {
        return switch (random.nextInt(14)) {
            case 0, 1 -> Optional.of(newUser());
            case 2 -> Optional.of(newRole());
            case 3 -> one(users).map(this::toggle);
            case 4, 5 -> assign();
            case 6 -> taken(assigned).map(link -> new RoleUnassigned(link.userId(), link.roleId()));
            case 7, 8 -> permit();
            case 9 -> taken(permissions).map(link -> new RolePermissionRevoked(link.roleId(), link.permission()));
            case 10 -> inherit();
            case 11 -> taken(parents).map(link -> new RoleParentRemoved(link.roleId(), link.parentId()));
            case 12 -> random.nextBoolean() ? grant() : taken(grants).map(this::revoke);
            default -> random.nextInt(4) == 0 ? living().map(this::delete) : living().map(this::rename);
        };
    }

    private Event newUser() {
        UserId id = Ids.user(++made);
        users.add(id);
        @Nullable String email = random.nextBoolean() ? "user" + made + "@example.org" : null;
        return new UserCreated(id, "user" + made, email, "User \"" + made + "\", {it} \\ é", "external-" + made);
    }

    private Event newRole() {
        RoleId id = Ids.role(++made);
        roles.add(id);
        return new RoleCreated(id, "role" + made, "");
    }

    private Event toggle(UserId user) {
        return deactivated.remove(user) ? new UserReactivated(user) : deactivate(user);
    }

    private Event deactivate(UserId user) {
        deactivated.add(user);
        return new UserDeactivated(user);
    }

    private Optional<Event> assign() {
        return one(users)
                .flatMap(user -> living().map(role -> new RoleAssigned(user, role)))
                .filter(link -> !assigned.contains(link))
                .map(link -> remembered(assigned, link));
    }

    private Optional<Event> permit() {
        return living().map(
                        role -> new RolePermissionGranted(role, one(PERMISSIONS).orElseThrow()))
                .filter(link -> !permissions.contains(link))
                .map(link -> remembered(permissions, link));
    }

    /** Only from a later role to an earlier one, so that there is no cycle. */
    private Optional<Event> inherit() {
        return living().flatMap(role -> living().map(parent -> new RoleParentAdded(role, parent)))
                .filter(link -> roles.indexOf(link.roleId()) > roles.indexOf(link.parentId()))
                .filter(link -> !parents.contains(link))
                .map(link -> remembered(parents, link));
    }

    private Optional<Event> grant() {
        GrantId id = Ids.grant(++made);
        Effect effect = random.nextBoolean() ? Effect.ALLOW : Effect.DENY;
        return one(users)
                .map(user ->
                        new UserPermissionGranted(user, id, one(PERMISSIONS).orElseThrow(), effect))
                .map(grant -> remembered(grants, grant));
    }

    private Event revoke(UserPermissionGranted grant) {
        return new UserPermissionRevoked(grant.userId(), grant.grantId());
    }

    private Event delete(RoleId role) {
        deleted.add(role);
        return new RoleDeleted(role);
    }

    private Event rename(RoleId role) {
        return new RoleUpdated(role, "role" + ++made, "renamed");
    }

    private Optional<RoleId> living() {
        return one(roles.stream().filter(role -> !deleted.contains(role)).toList());
    }

    private <T extends Event> Event remembered(List<T> links, T link) {
        links.add(link);
        return link;
    }

    private <T> Optional<T> one(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private <T> Optional<T> taken(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.remove(random.nextInt(all.size())));
    }
}
