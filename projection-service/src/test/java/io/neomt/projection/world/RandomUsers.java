package io.neomt.projection.world;

import io.neomt.event.Event;
import io.neomt.event.RoleId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import io.neomt.event.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens to users. There are few names, so that what one lets go of another soon takes. */
final class RandomUsers {

    private static final List<String> EMAILS = List.of("a@example.org", "b@example.org", "c@example.org");

    private final Chance chance;
    private final Supplier<Optional<RoleId>> role;
    private final List<UserId> living = new ArrayList<>();
    private final Set<UserId> deactivated = new HashSet<>();
    private final Map<UserId, String> names = new HashMap<>();
    private final Map<UserId, String> emails = new HashMap<>();
    private final List<RoleAssigned> assigned = new ArrayList<>();
    private final List<UserPermissionGranted> grants = new ArrayList<>();
    private long made;

    RandomUsers(Chance chance, Supplier<Optional<RoleId>> role) {
        this.chance = chance;
        this.role = role;
    }

    Optional<UserId> one() {
        return chance.one(living);
    }

    Optional<Event> next() {
        return switch (chance.below(10)) {
            case 0, 1 -> Optional.of(created());
            case 2 -> one().map(user -> new UserUpdated(user, email(user), "renamed"));
            case 3 -> one().map(this::toggled);
            case 4, 5 -> one().flatMap(user -> role.get().map(id -> assigned(user, id)));
            case 6 -> chance.taken(assigned).map(link -> new RoleUnassigned(link.userId(), link.roleId()));
            case 7, 8 -> one().map(this::granted);
            default ->
                chance.oneIn(2)
                        ? chance.taken(grants).map(grant -> new UserPermissionRevoked(grant.userId(), grant.grantId()))
                        : one().filter(_ -> chance.oneIn(2)).map(this::deleted);
        };
    }

    private Event created() {
        UserId id = Ids.user(++made);
        String name = "user" + free();
        names.put(id, name);
        living.add(id);
        return new UserCreated(id, name, email(id), "User \"" + made + "\", {it} \\ é", "external-" + name);
    }

    private int free() {
        int number = 1;
        while (names.containsValue("user" + number)) {
            number++;
        }
        return number;
    }

    /** One that nobody else has now. */
    private @Nullable String email(UserId user) {
        emails.remove(user);
        String email = chance.sure(EMAILS);
        if (emails.containsValue(email)) {
            return null;
        }
        emails.put(user, email);
        return email;
    }

    private Event toggled(UserId user) {
        if (deactivated.remove(user)) {
            return new UserReactivated(user);
        }
        deactivated.add(user);
        return new UserDeactivated(user);
    }

    private Event assigned(UserId user, RoleId id) {
        RoleAssigned link = new RoleAssigned(user, id, chance.terms());
        assigned.removeIf(each -> each.userId().equals(user) && each.roleId().equals(id));
        assigned.add(link);
        return link;
    }

    private Event granted(UserId user) {
        UserPermissionGranted grant = new UserPermissionGranted(user, Ids.grant(++made), chance.permission());
        grants.add(grant);
        return grant;
    }

    private Event deleted(UserId user) {
        living.remove(user);
        names.remove(user);
        emails.remove(user);
        return new UserDeleted(user);
    }
}
