package io.neomt.projection.world;

import io.neomt.event.Event;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.RoleEvent.RoleParentAdded;
import io.neomt.event.RoleEvent.RoleParentRemoved;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleEvent.RolePermissionRevoked;
import io.neomt.event.RoleEvent.RoleUpdated;
import io.neomt.event.RoleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to roles. A role inherits only from an earlier one, so that there is no cycle. */
final class RandomRoles {

    private final Chance chance;
    private final List<RoleId> living = new ArrayList<>();
    private final List<RolePermissionGranted> permissions = new ArrayList<>();
    private final List<RoleParentAdded> parents = new ArrayList<>();
    private long made;

    RandomRoles(Chance chance) {
        this.chance = chance;
    }

    Optional<RoleId> one() {
        return chance.one(living);
    }

    Optional<Event> next() {
        return switch (chance.below(9)) {
            case 0, 1 -> Optional.of(created());
            case 2, 3 -> one().map(this::granted);
            case 4 ->
                chance.taken(permissions).map(link -> new RolePermissionRevoked(link.roleId(), link.permission()));
            case 5, 6 ->
                one().flatMap(role ->
                        one().filter(parent -> parent.compareTo(role) < 0).map(parent -> inherited(role, parent)));
            case 7 -> chance.taken(parents).map(link -> new RoleParentRemoved(link.roleId(), link.parentId()));
            default -> chance.oneIn(4) ? chance.taken(living).map(RoleDeleted::new) : one().map(this::renamed);
        };
    }

    private Event created() {
        RoleId id = Ids.role(++made);
        living.add(id);
        return new RoleCreated(id, "role" + made, "", chance.oneIn(5));
    }

    private Event granted(RoleId role) {
        RolePermissionGranted link = new RolePermissionGranted(role, chance.permission());
        permissions.remove(link);
        permissions.add(link);
        return link;
    }

    private Event inherited(RoleId role, RoleId parent) {
        RoleParentAdded link = new RoleParentAdded(role, parent, chance.terms());
        parents.removeIf(each -> each.roleId().equals(role) && each.parentId().equals(parent));
        parents.add(link);
        return link;
    }

    private Event renamed(RoleId role) {
        return new RoleUpdated(role, "role" + ++made, "renamed");
    }
}
