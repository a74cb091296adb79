package io.neomt.query.store;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.StoredSets;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Permission sets made from the rows that those in Redis are made from. */
public final class SqlSets implements StoredSets {

    private final TenantSnapshots snapshots;

    public SqlSets(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public Snapshot read(TenantId tenant, Needs needs) {
        return snapshots.readAt(tenant, (dsl, at) -> read(dsl, at, needs)).value();
    }

    static Snapshot read(DSLContext dsl, Position at, Needs needs) {
        Map<UserId, CachedUser> users = UserRows.sets(dsl, needs.users(), at);
        Map<Instance, CachedResource> resources = ResourceRows.sets(dsl, needs.resources(), at);
        Map<TeamId, CachedTeam> teams = TeamRows.sets(dsl, teams(needs, users, resources), at);
        return new Snapshot(at, users, RoleRows.sets(dsl, roles(users, teams), at), teams, resources);
    }

    private static Set<TeamId> teams(
            Needs needs, Map<UserId, CachedUser> users, Map<Instance, CachedResource> resources) {
        Set<TeamId> teams = new HashSet<>(needs.teams());
        users.values().forEach(user -> user.teams().forEach(member -> teams.add(member.team())));
        resources.values().stream()
                .flatMap(resource -> Stream.ofNullable(resource.team()))
                .forEach(teams::add);
        return teams;
    }

    private static Set<RoleId> roles(Map<UserId, CachedUser> users, Map<TeamId, CachedTeam> teams) {
        Set<RoleId> roles = new HashSet<>();
        users.values().forEach(user -> user.roles().forEach(ref -> roles.add(ref.role())));
        teams.values().forEach(team -> team.roles().forEach(ref -> roles.add(ref.role())));
        return roles;
    }
}
