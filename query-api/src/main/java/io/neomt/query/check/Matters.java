package io.neomt.query.check;

import io.neomt.event.TeamId;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.ResourceRef;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.scene.Registered;
import io.neomt.query.scene.Scene;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what a question is about. */
final class Matters {

    private Matters() {}

    /** Null when the scene does not know enough. */
    static @Nullable Matter of(CheckRequest request, Instant now, Scene scene) {
        return switch (request) {
            case CheckRequest.OfCode asked -> new Matter.OfCode(asked, now);
            case CheckRequest.OnResource asked -> onResource(asked, now, scene);
        };
    }

    private static @Nullable Matter onResource(CheckRequest.OnResource asked, Instant now, Scene scene) {
        Described described = asked.described();
        if (described != null) {
            UUID team = described.team() == null ? null : described.team().value();
            return onResource(asked, now, scene, described.owner(), team, null);
        }
        Registered known = scene.resource(asked.resource());
        return known == null ? null : onResource(asked, now, scene, known.owner(), known.team(), known.properties());
    }

    private static @Nullable Matter onResource(
            CheckRequest.OnResource asked,
            Instant now,
            Scene scene,
            @Nullable UUID owner,
            @Nullable UUID team,
            @Nullable Map<String, Object> registered) {
        CompiledTeam group = team == null ? CompiledTeam.NONE : scene.team(new TeamId(team));
        if (group == null) {
            return null;
        }
        ResourceRef about = new ResourceRef(asked.resource(), owner, team);
        return new Matter.OnResource(asked, now, about, group.lineage(), registered);
    }
}
