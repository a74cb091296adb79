package io.neomt.query.worlds;

import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts a mark behind every name in a world, so that it has none in common with a world of another mark. */
record Marked(String mark) {

    World world(World world) {
        return new World(
                world.tenantStatus(),
                all(world.users(), this::user),
                all(world.roles(), this::role),
                all(world.teams(), this::team));
    }

    Map<String, Stored> stored(Map<String, Stored> stored) {
        return all(stored, each -> new Stored(orNull(each.owner()), orNull(each.team()), each.properties()));
    }

    Check check(Check check) {
        Check.Target target = check.target();
        return new Check(
                name(check.user()),
                check.permission(),
                check.action(),
                target == null
                        ? null
                        : new Check.Target(
                                target.type(), name(target.id()), orNull(target.owner()), orNull(target.team())),
                check.at(),
                check.attributes());
    }

    private User user(User user) {
        return new User(user.status(), links(user.roles()), links(user.teams()), holdings(user.holdings()));
    }

    private Role role(Role role) {
        return new Role(role.deleted(), links(role.parents()), holdings(role.holdings()));
    }

    private Team team(Team team) {
        return new Team(orNull(team.parent()), links(team.roles()), holdings(team.holdings()));
    }

    private List<Link> links(List<Link> links) {
        return links.stream()
                .map(link -> new Link(name(link.name()), link.limit()))
                .toList();
    }

    private List<Holding> holdings(List<Holding> holdings) {
        return holdings.stream()
                .map(holding -> new Holding(
                        holding.permission(), holding.denial(), orNull(holding.instance()), holding.limit()))
                .toList();
    }

    private <T> Map<String, T> all(Map<String, T> named, UnaryOperator<T> one) {
        Map<String, T> all = new LinkedHashMap<>();
        named.forEach((name, thing) -> all.put(name(name), one.apply(thing)));
        return all;
    }

    private String name(String name) {
        return name + mark;
    }

    private @Nullable String orNull(@Nullable String name) {
        return name == null ? null : name(name);
    }
}
