package io.neomt.projection.world;

import io.neomt.event.Event;
import io.neomt.event.TenantId;
import java.util.Optional;

/** Writes a history as deciders would let it happen, by chance but the same for the same seed. */
public final class RandomHistory {

    private final Chance chance;
    private final RandomRoles roles;
    private final RandomUsers users;
    private final RandomTeams teams;
    private final RandomThings things;

    private RandomHistory(TenantId tenant, long seed) {
        chance = new Chance(seed);
        roles = new RandomRoles(chance);
        users = new RandomUsers(chance, roles::one);
        teams = new RandomTeams(chance, users::one, roles::one);
        things = new RandomThings(chance, users::one, teams::one, tenant);
    }

    public static History of(TenantId tenant, long seed, int length) {
        RandomHistory world = new RandomHistory(tenant, seed);
        History history = new History(tenant);
        while (history.events().size() < length) {
            world.next().ifPresent(history::add);
        }
        return history;
    }

    private Optional<Event> next() {
        return switch (chance.below(6)) {
            case 0, 1 -> users.next();
            case 2, 3 -> teams.next();
            case 4 -> roles.next();
            default -> things.next();
        };
    }
}
