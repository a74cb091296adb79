package io.neomt.testkit.permissions;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Decision;
import io.neomt.permission.Decision.Cause;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.Limits;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.ResourceRef;
import io.neomt.permission.RoleGraph;
import io.neomt.permission.Source;
import io.neomt.permission.Subject;
import io.neomt.permission.Window;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers checks about a world by the permission model, as a service would. */
final class Model {

    private final World world;

    Model(World world) {
        this.world = world;
    }

    Decision check(Check check) {
        Cause blocked = blocked(world, check.user());
        if (blocked != null) {
            return new Decision.Blocked(blocked);
        }
        PermissionSet set = setOf(user(check));
        Circumstances circumstances = circumstances(check);
        if (check.permission() != null) {
            return set.check(PermissionCode.parse(check.permission()), circumstances);
        }
        return set.check(
                ResourceAction.parse(Objects.requireNonNull(check.action())),
                resource(Objects.requireNonNull(check.target())),
                subject(check),
                circumstances);
    }

    static Circumstances circumstances(Check check) {
        Check.Attributes known = check.attributes();
        return new Circumstances.Known(check.at(), known.subject(), known.resource(), known.action(), known.context());
    }

    static @Nullable Cause blocked(World world, String name) {
        if (!world.tenantStatus().equals(World.ACTIVE)) {
            return Cause.valueOf("TENANT_" + world.tenantStatus().toUpperCase(Locale.ROOT));
        }
        User user = world.users().get(name);
        if (user == null) {
            return Cause.USER_UNKNOWN;
        }
        return user.status().equals(World.ACTIVE)
                ? null
                : Cause.valueOf("USER_" + user.status().toUpperCase(Locale.ROOT));
    }

    private User user(Check check) {
        return Objects.requireNonNull(world.users().get(check.user()));
    }

    private Subject subject(Check check) {
        Set<UUID> memberships = user(check).teams().stream()
                .filter(link -> limits(link.limit()).window().contains(check.at()))
                .map(link -> id(link.name()))
                .collect(Collectors.toSet());
        Map<UUID, List<UUID>> children = world.teams().entrySet().stream()
                .filter(team -> team.getValue().parent() != null)
                .collect(Collectors.groupingBy(
                        team -> id(Objects.requireNonNull(team.getValue().parent())),
                        Collectors.mapping(team -> id(team.getKey()), Collectors.toList())));
        return Subject.of(id(check.user()), memberships, team -> children.getOrDefault(team, List.of()));
    }

    static ResourceRef resource(Check.Target target) {
        return new ResourceRef(target.type(), target.id(), idOrNull(target.owner()), idOrNull(target.team()));
    }

    private static @Nullable UUID idOrNull(@Nullable String name) {
        return name == null ? null : id(name);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private PermissionSet setOf(User user) {
        List<Entitlement> all = new ArrayList<>();
        hold(all, user.holdings(), new Source.Direct(new UUID(0, 0)), Limits.NONE);
        user.roles().forEach(link -> roles(all, link, Limits.NONE, Source.Role::new));
        user.teams().forEach(link -> teams(all, link));
        return new PermissionSet(all);
    }

    private void teams(List<Entitlement> all, Link membership) {
        Limits limits = limits(membership.limit());
        RoleGraph.closure(membership.name(), this::teamAbove).forEach((team, path) -> {
            hold(all, world.team(team).holdings(), new Source.Team(path, List.of()), limits);
            world.team(team).roles().forEach(link -> roles(all, link, limits, roles -> new Source.Team(path, roles)));
        });
    }

    private List<String> teamAbove(String team) {
        return Stream.ofNullable(world.team(team).parent()).toList();
    }

    private void roles(List<Entitlement> all, Link link, Limits met, Function<List<String>, Source> source) {
        if (world.role(link.name()).deleted()) {
            return;
        }
        Limits limits = and(met, link.limit());
        for (List<String> path : RoleGraph.closure(link.name(), this::parents).values()) {
            hold(all, world.role(path.getLast()).holdings(), source.apply(path), limits);
        }
        limitedParents(all, List.of(link.name()), limits, source);
    }

    /** A parent that is there for a time or on a condition starts a closure of its own, so that no path hides another. */
    private void limitedParents(
            List<Entitlement> all, List<String> start, Limits met, Function<List<String>, Source> source) {
        RoleGraph.closure(start.getLast(), this::parents).forEach((role, path) -> {
            List<String> here =
                    Stream.concat(start.stream(), path.stream().skip(1)).toList();
            world.role(role).parents().stream()
                    .filter(link -> !link.limit().equals(Limit.NONE))
                    .forEach(link -> roles(
                            all,
                            link,
                            met,
                            tail -> source.apply(
                                    Stream.concat(here.stream(), tail.stream()).toList())));
        });
    }

    private List<String> parents(String role) {
        Role held = world.role(role);
        return held.parents().stream()
                .filter(link -> link.limit().equals(Limit.NONE))
                .map(Link::name)
                .filter(parent -> !world.role(parent).deleted())
                .toList();
    }

    private static void hold(List<Entitlement> all, List<Holding> holdings, Source source, Limits met) {
        for (Holding holding : holdings) {
            Limits limits = and(met, holding.limit());
            boolean everywhere = holding.instance() == null;
            all.add(new Entitlement(
                    PermissionPattern.parse(everywhere ? holding.permission() : holding.permission() + ".tenant"),
                    holding.denial() ? Effect.DENY : Effect.ALLOW,
                    source,
                    everywhere ? limits : limits.on(instance(Objects.requireNonNull(holding.instance())))));
        }
    }

    static Instance instance(String text) {
        int slash = text.indexOf('/');
        return new Instance(text.substring(0, slash), text.substring(slash + 1));
    }

    private static Limits limits(Limit limit) {
        return and(Limits.NONE, limit);
    }

    private static Limits and(Limits met, Limit limit) {
        Window window = new Window(
                Objects.requireNonNullElse(limit.validFrom(), Instant.MIN),
                Objects.requireNonNullElse(limit.expiresAt(), Instant.MAX));
        Limits within = met.within(window);
        return limit.condition() == null ? within : within.when(new CelCondition(limit.condition()));
    }
}
