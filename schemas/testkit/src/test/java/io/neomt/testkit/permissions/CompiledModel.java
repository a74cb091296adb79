package io.neomt.testkit.permissions;

import io.neomt.permission.Cell;
import io.neomt.permission.CompiledSet;
import io.neomt.permission.CompiledTeam;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.Decision;
import io.neomt.permission.Decision.Cause;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.Link;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.RoleClosure;
import io.neomt.permission.RoleGraph;
import io.neomt.permission.Source;
import io.neomt.permission.Terms;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers checks about a world by compiled sets, where every role and every team is compiled once for all. */
final class CompiledModel {

    private static final long POSITION = 7;

    private final World world;
    private final Map<String, Cell<CompiledSet>> roles = new HashMap<>();
    private final Map<String, Cell<CompiledTeam>> teams = new HashMap<>();
    private final Map<String, CompiledUser> users = new HashMap<>();

    CompiledModel(World world) {
        this.world = world;
        world.roles().keySet().forEach(name -> roles.put(name, new Cell<>(POSITION, role(name))));
        world.teams().keySet().forEach(name -> teams.put(name, new Cell<>(POSITION, team(name))));
        world.users().forEach((name, user) -> users.put(name, user(name, user)));
    }

    Decision check(Check check) {
        Cause blocked = Model.blocked(world, check.user());
        return blocked != null ? new Decision.Blocked(blocked) : Objects.requireNonNull(decide(check));
    }

    private @Nullable Decision decide(Check check) {
        CompiledUser user = Objects.requireNonNull(users.get(check.user()));
        if (check.permission() != null) {
            return user.check(PermissionCode.parse(check.permission()), POSITION, Model.circumstances(check));
        }
        Check.Target target = Objects.requireNonNull(check.target());
        return user.check(
                ResourceAction.parse(Objects.requireNonNull(check.action())),
                Model.resource(target),
                target.team() == null ? List.of() : lineage(target.team()),
                POSITION,
                Model.circumstances(check));
    }

    private CompiledUser user(String name, User user) {
        return new CompiledUser(
                Model.id(name),
                set(user.holdings(), new Source.Direct(new UUID(0, 0))),
                user.roles().stream().map(this::role).toList(),
                user.teams().stream()
                        .map(link -> new CompiledUser.Membership(
                                Model.id(link.name()),
                                new Link<>(limits(link.limit()), Objects.requireNonNull(teams.get(link.name())))))
                        .toList());
    }

    private CompiledTeam team(String name) {
        List<Entitlement> held = new ArrayList<>();
        List<CompiledTeam.Role> given = new ArrayList<>();
        RoleGraph.closure(name, this::above).forEach((team, path) -> {
            held.addAll(set(world.team(team).holdings(), new Source.Team(path, List.of()))
                    .entitlements());
            world.team(team).roles().forEach(link -> given.add(new CompiledTeam.Role(role(link), path)));
        });
        return new CompiledTeam(lineage(name), CompiledSet.of(held), given);
    }

    private Link<CompiledSet> role(World.Link link) {
        return new Link<>(limits(link.limit()), Objects.requireNonNull(roles.get(link.name())));
    }

    private CompiledSet role(String name) {
        return CompiledSet.of(RoleClosure.of(name, this::find).stream()
                .map(held -> entitlement(held.permission(), new Source.Role(held.path()), held.terms()))
                .toList());
    }

    private RoleClosure.@Nullable Role<String> find(String name) {
        Role role = world.role(name);
        return role.deleted()
                ? null
                : new RoleClosure.Role<>(
                        name,
                        role.holdings().stream().map(CompiledModel::permission).toList(),
                        role.parents().stream()
                                .map(link -> new RoleClosure.Parent<>(link.name(), terms(link.limit())))
                                .toList());
    }

    private static CompiledSet set(List<Holding> holdings, Source source) {
        return CompiledSet.of(holdings.stream()
                .map(holding -> entitlement(permission(holding), source, List.of()))
                .toList());
    }

    private static Entitlement entitlement(Permission permission, Source source, List<Terms> met) {
        List<Terms> terms =
                Stream.concat(met.stream(), Stream.of(permission.terms())).toList();
        return new Entitlement(
                permission.pattern(),
                permission.effect(),
                source,
                Limits.of(terms, permission.instance(), CelCondition::new));
    }

    private static Permission permission(Holding holding) {
        String instance = holding.instance();
        return new Permission(
                PermissionPattern.parse(instance == null ? holding.permission() : holding.permission() + ".tenant"),
                holding.denial() ? Effect.DENY : Effect.ALLOW,
                instance == null ? null : Model.instance(instance),
                terms(holding.limit()));
    }

    private static Limits limits(Limit limit) {
        return Limits.of(List.of(terms(limit)), null, CelCondition::new);
    }

    private static Terms terms(Limit limit) {
        return Terms.of(limit.validFrom(), limit.expiresAt(), limit.condition());
    }

    private List<UUID> lineage(String team) {
        return RoleGraph.closure(team, this::above).keySet().stream()
                .map(Model::id)
                .toList();
    }

    private List<String> above(String team) {
        return Stream.ofNullable(world.team(team).parent()).toList();
    }
}
