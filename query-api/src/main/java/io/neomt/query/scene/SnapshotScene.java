package io.neomt.query.scene;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Cell;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scene that was read for one question. Made by and for one thread.
 *
 * <p>A role or team that is referred to and was not read is not known, and leaves the question without an answer: then
 * less was read than the marker had promised.
 */
public final class SnapshotScene implements Scene, Shelf {

    private final Snapshot snapshot;
    private final Assembly assembly;
    private final Map<RoleId, Cell<CompiledSet>> roles = new HashMap<>();
    private final Map<TeamId, Cell<CompiledTeam>> teams = new HashMap<>();

    public SnapshotScene(Snapshot snapshot, Assembly assembly) {
        this.snapshot = snapshot;
        this.assembly = assembly;
    }

    @Override
    public Position position() {
        return snapshot.position();
    }

    @Override
    public Standing standing(UserId user) {
        return assembly.standing(user, snapshot.users().get(user), this);
    }

    @Override
    public Registered resource(Instance resource) {
        return assembly.resource(snapshot.resources().get(resource));
    }

    /** Nobody promises that a team that a resource is said to belong to exists. */
    @Override
    public @Nullable CompiledTeam team(TeamId team) {
        return snapshot.teams().containsKey(team) ? teamCell(team).at(position().value()) : CompiledTeam.NONE;
    }

    @Override
    public Cell<CompiledSet> roleCell(RoleId role) {
        return roles.computeIfAbsent(role, this::readRole);
    }

    @Override
    public Cell<CompiledTeam> teamCell(TeamId team) {
        return teams.computeIfAbsent(team, this::readTeam);
    }

    private Cell<CompiledSet> readRole(RoleId id) {
        CachedRole role = snapshot.roles().get(id);
        return role == null ? new Cell<>() : new Cell<>(position().value(), assembly.role(role));
    }

    private Cell<CompiledTeam> readTeam(TeamId id) {
        CachedTeam team = snapshot.teams().get(id);
        return team == null ? new Cell<>() : new Cell<>(position().value(), assembly.team(team, this));
    }
}
