package io.neomt.query.worlds;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.RoleClosure;
import io.neomt.permission.RoleGraph;
import io.neomt.permission.Terms;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sets that a world comes to, as the projection writes them. */
public record WorldSets(
        Position position,
        Map<UserId, CachedUser> users,
        Map<RoleId, CachedRole> roles,
        Map<TeamId, CachedTeam> teams,
        Map<Instance, CachedResource> resources) {

    /** @param stored the registered resources, by names such as {@code doc/7} */
    public static WorldSets of(World world, Map<String, Stored> stored, Position position) {
        Maker maker = new Maker(world, position);
        WorldSets sets = new WorldSets(
                position, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        world.users().forEach((name, user) -> sets.users.put(Ids.user(name), maker.user(name, user)));
        world.roles().keySet().forEach(name -> sets.roles.put(Ids.role(name), maker.role(name)));
        world.teams().keySet().forEach(name -> sets.teams.put(Ids.team(name), maker.team(name)));
        stored.forEach((name, resource) -> sets.resources.put(Ids.instance(name), maker.resource(resource)));
        return sets;
    }

    /** As it was given. */
    static Permission permission(Holding holding) {
        String instance = holding.instance();
        return new Permission(
                PermissionPattern.parse(instance == null ? holding.permission() : holding.permission() + ".tenant"),
                holding.denial() ? Effect.DENY : Effect.ALLOW,
                instance == null ? null : Ids.instance(instance),
                terms(holding.limit()));
    }

    static Terms terms(Limit limit) {
        return Terms.of(limit.validFrom(), limit.expiresAt(), limit.condition());
    }

    private record Maker(World world, Position at) {

        CachedUser user(String name, User user) {
            List<CachedUser.Grant> grants = new ArrayList<>();
            user.holdings()
                    .forEach(holding ->
                            grants.add(new CachedUser.Grant(Ids.grant(name, grants.size()), permission(holding))));
            return new CachedUser(
                    at,
                    CachedUser.Status.valueOf(user.status().toUpperCase(Locale.ROOT)),
                    user.roles().stream()
                            .map(link -> new CachedUser.RoleRef(Ids.role(link.name()), terms(link.limit())))
                            .toList(),
                    user.teams().stream()
                            .map(link -> new CachedUser.Membership(Ids.team(link.name()), terms(link.limit())))
                            .toList(),
                    grants,
                    List.of());
        }

        CachedRole role(String name) {
            List<CachedPermission> permissions = RoleClosure.of(name, this::find).stream()
                    .map(held -> new CachedPermission(held.permission(), held.path(), held.terms()))
                    .toList();
            return new CachedRole(at, world.role(name).deleted(), name, permissions);
        }

        private RoleClosure.@Nullable Role<String> find(String name) {
            Role role = world.role(name);
            return role.deleted()
                    ? null
                    : new RoleClosure.Role<>(
                            name,
                            role.holdings().stream().map(WorldSets::permission).toList(),
                            role.parents().stream()
                                    .map(link -> new RoleClosure.Parent<>(link.name(), terms(link.limit())))
                                    .toList());
        }

        CachedTeam team(String name) {
            List<CachedTeam.RoleRef> roles = new ArrayList<>();
            List<CachedPermission> permissions = new ArrayList<>();
            Map<String, List<String>> upwards = RoleGraph.closure(name, this::above);
            upwards.forEach((team, path) -> {
                world.team(team)
                        .roles()
                        .forEach(link ->
                                roles.add(new CachedTeam.RoleRef(Ids.role(link.name()), path, terms(link.limit()))));
                world.team(team)
                        .holdings()
                        .forEach(holding -> permissions.add(new CachedPermission(permission(holding), path)));
            });
            List<TeamId> ids = upwards.keySet().stream().map(Ids::team).toList();
            return new CachedTeam(at, false, name, ids, roles, permissions);
        }

        private List<String> above(String team) {
            return Stream.ofNullable(world.team(team).parent()).toList();
        }

        CachedResource resource(Stored stored) {
            return new CachedResource(
                    at,
                    false,
                    stored.owner() == null ? null : Ids.user(stored.owner()),
                    stored.team() == null ? null : Ids.team(stored.team()),
                    stored.properties());
        }
    }
}
