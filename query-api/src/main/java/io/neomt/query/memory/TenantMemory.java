package io.neomt.query.memory;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Cell;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.Instance;
import io.neomt.query.At;
import io.neomt.query.memory.RecentChanges.Changed;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Registered;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Shelf;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.Standing;
import io.neomt.view.cache.ChangeMessage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one tenant. Every value says since when it holds, and it holds until a message says otherwise; so
 * whoever first reads the position and then only values that hold at it sees exactly the tenant at that position,
 * without any lock. A message first empties what it outdates, and then moves the position.
 *
 * <p>Once it has missed a message it is of no use any more and is replaced by another.
 */
final class TenantMemory implements Shelf {

    private final Assembly assembly;
    private final Values<UserId, Standing> users;
    private final Values<RoleId, CompiledSet> roles;
    private final Values<TeamId, CompiledTeam> teams;
    private final Values<Instance, Registered> resources;
    private final RecentChanges recent = new RecentChanges();
    private boolean closed;
    /** The position that is known; null until anything was read. */
    private volatile @Nullable Remembered now;

    TenantMemory(Assembly assembly, Room room) {
        this.assembly = assembly;
        this.users = new Values<>(room, false);
        this.roles = new Values<>(room, true);
        this.teams = new Values<>(room, true);
        this.resources = new Values<>(room, false);
    }

    /** Null when that is not remembered. */
    <T> @Nullable At<T> ask(Position atLeast, Question<T> question) {
        Remembered scene = now;
        if (scene == null || !scene.position().isAtLeast(atLeast)) {
            return null;
        }
        @Nullable T answer = question.in(scene);
        return answer == null ? null : new At<>(scene.position(), answer);
    }

    /** Those users and resources that are not remembered; null when only a full read can help. */
    @Nullable
    Needs missing(Needs needs) {
        List<UserId> unknownUsers =
                needs.users().stream().filter(user -> !users.has(user)).toList();
        List<Instance> unknownResources = needs.resources().stream()
                .filter(resource -> !resources.has(resource))
                .toList();
        boolean useful =
                !(unknownUsers.isEmpty() && unknownResources.isEmpty()) && !(roles.isEmpty() && teams.isEmpty());
        return useful ? new Needs(unknownUsers, unknownResources, List.of()) : null;
    }

    /**
     * Keeps what was read, unless it has changed since.
     *
     * @param snapshot read after this memory was made
     */
    void remember(Snapshot snapshot, Needs needs) {
        Map<UserId, Standing> newUsers = made(
                users,
                needs.users(),
                id -> assembly.standing(id, snapshot.users().get(id), this));
        Map<Instance, Registered> newResources = made(
                resources,
                needs.resources(),
                id -> assembly.resource(snapshot.resources().get(id)));
        Map<RoleId, CompiledSet> newRoles = made(roles, snapshot.roles(), assembly::role);
        Map<TeamId, CompiledTeam> newTeams = made(teams, snapshot.teams(), team -> assembly.team(team, this));
        long since = snapshot.position().value();
        synchronized (this) {
            Changed changed = closed ? null : changedAfter(since);
            if (changed != null) {
                keep(users, newUsers, since, changed.users());
                keep(resources, newResources, since, changed.resources());
                keep(roles, newRoles, since, changed.roles());
                keep(teams, newTeams, since, changed.teams());
            }
        }
    }

    private static <K, V> Map<K, V> made(Values<K, V> values, Collection<K> keys, Function<K, V> make) {
        Map<K, V> made = new HashMap<>();
        keys.stream().filter(key -> !values.has(key)).forEach(key -> made.put(key, make.apply(key)));
        return made;
    }

    private static <K, S, V> Map<K, V> made(Values<K, V> values, Map<K, S> stored, Function<S, V> make) {
        return made(values, stored.keySet(), key -> make.apply(Objects.requireNonNull(stored.get(key))));
    }

    /** What has changed after a position and has been heard of; null when that cannot be told any more. */
    private @Nullable Changed changedAfter(long since) {
        Remembered known = now;
        if (known == null) {
            now = new Remembered(new Position(since));
            return Changed.NOTHING;
        }
        return since >= known.position().value() ? Changed.NOTHING : recent.after(since);
    }

    private static <K, V> void keep(Values<K, V> values, Map<K, V> made, long since, Set<K> changed) {
        made.forEach((key, value) -> {
            if (!changed.contains(key)) {
                values.put(key, since, value);
            }
        });
    }

    /** @return false when this memory is of no use any more */
    synchronized boolean apply(ChangeMessage message) {
        Remembered known = now;
        if (message.everything() || (known != null && !known.position().isAtLeast(message.from()))) {
            return false;
        }
        if (known == null || !known.position().isAtLeast(message.to())) {
            long to = message.to().value();
            users.outdate(message.users(), to);
            roles.outdate(message.roles(), to);
            teams.outdate(message.teams(), to);
            resources.outdate(message.resources(), to);
            recent.add(message);
            now = new Remembered(message.to());
        }
        return true;
    }

    /** @return whether nothing is left */
    synchronized boolean forgetUnused() {
        users.forgetUnused();
        resources.forgetUnused();
        roles.forgetUnused();
        teams.forgetUnused();
        return users.isEmpty() && resources.isEmpty();
    }

    /** Nothing is remembered from here on. Who is reading goes on with what it has seen. */
    synchronized void close() {
        closed = true;
        users.forgetAll();
        resources.forgetAll();
        roles.forgetAll();
        teams.forgetAll();
    }

    @Override
    public Cell<CompiledSet> roleCell(RoleId role) {
        return roles.cell(role);
    }

    @Override
    public Cell<CompiledTeam> teamCell(TeamId team) {
        return teams.cell(team);
    }

    /** This memory at one position; made once for each. */
    private final class Remembered implements Scene {

        private final Position position;

        Remembered(Position position) {
            this.position = position;
        }

        @Override
        public Position position() {
            return position;
        }

        @Override
        public @Nullable Standing standing(UserId user) {
            return users.at(user, position.value());
        }

        @Override
        public @Nullable Registered resource(Instance resource) {
            return resources.at(resource, position.value());
        }

        @Override
        public @Nullable CompiledTeam team(TeamId team) {
            return teams.at(team, position.value());
        }
    }
}
