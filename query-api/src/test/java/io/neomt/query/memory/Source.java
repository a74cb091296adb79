package io.neomt.query.memory;

import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.query.scene.CachedSets;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.ChangeMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A tenant whose sets are read as from Redis. Each set holds one permission that names its generation, so that an answer
 * shows from which moment each of its parts is. Thread-safe.
 */
final class Source implements CachedSets {

    private final TenantId tenant;
    private final Map<UserId, CachedUser> users = new HashMap<>();
    private final Map<RoleId, CachedRole> roles = new HashMap<>();
    private final List<Extent> reads = new ArrayList<>();
    private Runnable afterRead = () -> {};
    private long position;

    Source(TenantId tenant, long position) {
        this.tenant = tenant;
        this.position = position;
    }

    static UserId user(int number) {
        return new UserId(new UUID(1, number));
    }

    static RoleId role(int number) {
        return new RoleId(new UUID(2, number));
    }

    /** To happen once, when the next read has been made and not yet been taken note of. */
    void afterNextRead(Runnable work) {
        afterRead = work;
    }

    synchronized List<Extent> reads() {
        return List.copyOf(reads);
    }

    synchronized Position position() {
        return new Position(position);
    }

    /** Without moving. */
    synchronized void put(int user, int generation, int... inRoles) {
        List<CachedUser.RoleRef> refs = new ArrayList<>();
        for (int role : inRoles) {
            refs.add(new CachedUser.RoleRef(role(role), Terms.NONE));
        }
        CachedUser.Grant grant = new CachedUser.Grant(new GrantId(new UUID(3, user)), permission(generation));
        users.put(
                user(user),
                new CachedUser(
                        new Position(position), CachedUser.Status.ACTIVE, refs, List.of(), List.of(grant), List.of()));
    }

    /** Without moving. */
    synchronized void putRole(int role, int generation) {
        roles.put(
                role(role),
                new CachedRole(
                        new Position(position),
                        false,
                        "r" + role,
                        List.of(new CachedPermission(permission(generation), List.of("r" + role)))));
    }

    /** Moves on by one position. */
    synchronized ChangeMessage move(List<UserId> changedUsers, List<RoleId> changedRoles) {
        Position from = new Position(position++);
        return new ChangeMessage(
                tenant, from, new Position(position), changedUsers, changedRoles, List.of(), List.of(), false);
    }

    private static Permission permission(int generation) {
        return Permission.grant(PermissionPattern.parse("gen.g" + generation + ".own"));
    }

    @Override
    public Seen read(TenantId asked, Needs needs, Position atLeast, Extent extent) {
        Seen seen = snapshot(needs, atLeast, extent);
        Runnable work = afterRead;
        afterRead = () -> {};
        work.run();
        return seen;
    }

    private synchronized Seen snapshot(Needs needs, Position atLeast, Extent extent) {
        reads.add(extent);
        if (position < atLeast.value()) {
            return new Seen.Behind(new Position(position));
        }
        Map<UserId, CachedUser> found = new HashMap<>(users);
        found.keySet().retainAll(needs.users());
        Map<RoleId, CachedRole> theirs = new HashMap<>();
        if (extent == Extent.FULL) {
            found.values().forEach(user -> user.roles().forEach(ref -> theirs.put(ref.role(), roles.get(ref.role()))));
        }
        return new Seen.Found(new Snapshot(new Position(position), found, theirs, Map.of(), Map.of()));
    }
}
