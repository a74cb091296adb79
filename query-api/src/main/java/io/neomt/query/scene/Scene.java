package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.Instance;
import org.jspecify.annotations.Nullable;

/** A tenant at one position. What is not known from here is null; that it does not exist is an answer. */
public interface Scene {

    Position position();

    @Nullable
    Standing standing(UserId user);

    /** {@link Registered#NOTHING} when it is not registered. */
    @Nullable
    Registered resource(Instance resource);

    /** {@link CompiledTeam#NONE} when there is no such team. */
    @Nullable
    CompiledTeam team(TeamId team);
}
