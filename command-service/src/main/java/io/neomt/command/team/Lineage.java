package io.neomt.command.team;

import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.TeamFacts;
import io.neomt.command.kernel.Tenancy;
import io.neomt.event.TeamId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks upwards from a team for another one. */
final class Lineage {

    private final Tenancy tenancy;

    Lineage(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** The refusal to put a team below one that is the team itself or stands somewhere below it. */
    Optional<Rejection> refuseBelow(TeamId team, String name, @Nullable TeamId parent) {
        return pathUp(parent, team).map(path -> {
            List<String> circle = new ArrayList<>(path);
            circle.addFirst(name);
            return new Rejection(
                    TeamRejection.TEAM_CYCLE,
                    "The team would stand below itself: " + String.join(" → ", circle) + ".",
                    Map.of("path", List.copyOf(circle)));
        });
    }

    /** The names from the start up to the wanted team, if it is there. */
    private Optional<List<String>> pathUp(@Nullable TeamId start, TeamId wanted) {
        List<String> path = new ArrayList<>();
        TeamId next = start;
        while (next != null) {
            TeamFacts team = tenancy.team(next).orElse(null);
            if (team == null) {
                return Optional.empty();
            }
            path.add(team.name());
            if (next.equals(wanted)) {
                return Optional.of(path);
            }
            next = team.parentId();
        }
        return Optional.empty();
    }
}
