package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.Decision;
import io.neomt.permission.Instance;
import io.neomt.query.At;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** In a tenant that is not active everybody is blocked, whatever their sets say. */
public final class ActiveTenantsOnly implements Scenes {

    private final Scenes scenes;
    private final Function<TenantId, Optional<Decision.Cause>> obstacle;

    /** @param obstacle why nobody may do anything in a tenant; empty where it is active */
    public ActiveTenantsOnly(Scenes scenes, Function<TenantId, Optional<Decision.Cause>> obstacle) {
        this.scenes = scenes;
        this.obstacle = obstacle;
    }

    @Override
    public <T> At<T> ask(TenantId tenant, Position atLeast, Question<T> question) {
        Optional<Decision.Cause> cause = obstacle.apply(tenant);
        if (cause.isEmpty()) {
            return scenes.ask(tenant, atLeast, question);
        }
        Scene closed = new Closed(atLeast, new Standing.Blocked(cause.get()));
        return new At<>(atLeast, Objects.requireNonNull(question.in(closed)));
    }

    private record Closed(Position position, Standing everybody) implements Scene {

        @Override
        public Standing standing(UserId user) {
            return everybody;
        }

        @Override
        public Registered resource(Instance resource) {
            return Registered.NOTHING;
        }

        @Override
        public CompiledTeam team(TeamId team) {
            return CompiledTeam.NONE;
        }
    }
}
