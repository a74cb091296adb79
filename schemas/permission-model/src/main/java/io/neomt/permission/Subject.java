package io.neomt.permission;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whose check it is.
 *
 * @param teams the user's teams and all that descend from one of them: the reach of {@link Scope#TEAM}
 */
public record Subject(UUID user, Set<UUID> teams) {

    public Subject {
        teams = Set.copyOf(teams);
    }

    /** A user without teams. */
    public static Subject of(UUID user) {
        return new Subject(user, Set.of());
    }

    /** @param childrenOf gives those directly below one */
    public static Subject of(
            UUID user, Collection<UUID> memberships, Function<UUID, ? extends Collection<UUID>> childrenOf) {
        return new Subject(
                user,
                memberships.stream()
                        .flatMap(team -> RoleGraph.closure(team, childrenOf).keySet().stream())
                        .collect(Collectors.toSet()));
    }
}
