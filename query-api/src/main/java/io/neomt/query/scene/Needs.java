package io.neomt.query.scene;

import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * All that a question may look at; with the users go their roles and teams, with the resources their teams.
 *
 * @param teams that are named by the question itself
 */
public record Needs(List<UserId> users, List<Instance> resources, List<TeamId> teams) {

    /** Each once. */
    public Needs {
        users = List.copyOf(Set.copyOf(users));
        resources = List.copyOf(Set.copyOf(resources));
        teams = List.copyOf(Set.copyOf(teams));
    }

    public static Needs users(Collection<UserId> users) {
        return new Needs(List.copyOf(users), List.of(), List.of());
    }
}
