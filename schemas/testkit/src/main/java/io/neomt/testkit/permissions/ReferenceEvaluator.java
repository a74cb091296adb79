package io.neomt.testkit.permissions;

import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a permission means, written down as plainly as possible: slow, without any cleverness, and sharing nothing with
 * the code that it judges. It walks every way from the user to every grant and denial and then applies the rules in
 * their order.
 */
public final class ReferenceEvaluator {

    private static final List<String> SCOPES = List.of("own", "team", "tenant");

    private final World world;

    public ReferenceEvaluator(World world) {
        this.world = world;
    }

    /** How a grant or denial was reached, and every limit met on the way. */
    private record Held(Holding holding, List<String> path, List<Limit> limits) {}

    public Answer answer(Check check) {
        String blocked = blocked(check.user());
        if (blocked != null) {
            return new Answer(false, blocked, Set.of(), Set.of());
        }
        List<Held> covering = everythingOf(user(check.user()))
                .filter(held -> covers(held.holding(), check))
                .toList();
        Predicate<Held> surely = held ->
                held.limits().stream().allMatch(limit -> exists(limit, check).equals(Optional.of(true)));
        Predicate<Held> never = held ->
                held.limits().stream().anyMatch(limit -> exists(limit, check).equals(Optional.of(false)));
        Predicate<Held> undecided = surely.or(never).negate();
        Predicate<Held> denial = held -> held.holding().denial();

        return first(
                answer(false, "denied", covering, denial.and(surely), check),
                answer(false, "condition_undecidable", covering, denial.and(undecided), check),
                answer(true, "granted", covering, denial.negate().and(surely), check),
                answer(false, "condition_undecidable", covering, denial.negate().and(undecided), check));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Answer first(Optional<Answer>... answers) {
        return Stream.of(answers)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(new Answer(false, "not_granted", Set.of(), Set.of()));
    }

    private static Optional<Answer> answer(
            boolean allowed, String reason, List<Held> covering, Predicate<Held> which, Check check) {
        List<Held> found = covering.stream().filter(which).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Answer(
                allowed,
                reason,
                found.stream().map(Held::path).collect(Collectors.toSet()),
                found.stream()
                        .flatMap(held -> held.limits().stream())
                        .filter(limit -> exists(limit, check).isEmpty())
                        .map(Limit::condition)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }

    private @Nullable String blocked(String name) {
        if (!world.tenantStatus().equals(World.ACTIVE)) {
            return "tenant_" + world.tenantStatus();
        }
        User user = world.users().get(name);
        if (user == null) {
            return "user_unknown";
        }
        return user.status().equals(World.ACTIVE) ? null : "user_" + user.status();
    }

    private User user(String name) {
        return Objects.requireNonNull(world.users().get(name));
    }

    // where permissions come from

    private Stream<Held> everythingOf(User user) {
        List<Held> all = new ArrayList<>();
        hold(user.holdings(), List.of(), List.of(), all);
        user.roles().forEach(link -> role(link, List.of(), List.of(), all));
        user.teams().forEach(link -> team(link.name(), List.of(), List.of(link.limit()), all));
        return all.stream();
    }

    private void role(Link link, List<String> path, List<Limit> limits, List<Held> all) {
        Role role = world.role(link.name());
        if (role.deleted()) {
            return;
        }
        List<String> here = plus(path, link.name());
        List<Limit> met = plus(limits, link.limit());
        hold(role.holdings(), here, met, all);
        role.parents().forEach(parent -> role(parent, here, met, all));
    }

    private void team(String name, List<String> path, List<Limit> limits, List<Held> all) {
        Team team = world.team(name);
        List<String> here = plus(path, name);
        hold(team.holdings(), here, limits, all);
        team.roles().forEach(link -> role(link, here, limits, all));
        if (team.parent() != null) {
            team(team.parent(), here, limits, all);
        }
    }

    private static void hold(List<Holding> holdings, List<String> path, List<Limit> limits, List<Held> all) {
        holdings.forEach(holding -> all.add(new Held(holding, path, plus(limits, holding.limit()))));
    }

    private static <T> List<T> plus(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    // whether it is there at all: empty when that cannot be told

    private static Optional<Boolean> exists(Limit limit, Check check) {
        if (limit.validFrom() != null && check.at().isBefore(limit.validFrom())) {
            return Optional.of(false);
        }
        if (limit.expiresAt() != null && !check.at().isBefore(limit.expiresAt())) {
            return Optional.of(false);
        }
        return limit.condition() == null ? Optional.of(true) : Cel.evaluate(limit.condition(), check.attributes());
    }

    // whether it is about what is asked

    private boolean covers(Holding holding, Check check) {
        String[] held = holding.permission().split("\\.", -1);
        String[] asked = (check.permission() != null ? check.permission() : check.action() + "." + scopeOf(check))
                .split("\\.", -1);
        if (!matches(held[0], asked[0]) || !matches(held[1], asked[1])) {
            return false;
        }
        if (holding.instance() != null) {
            Check.Target target = check.target();
            return target != null && holding.instance().equals(target.type() + "/" + target.id());
        }
        String scope = held[2].equals("*") ? "tenant" : held[2];
        return SCOPES.indexOf(scope) >= SCOPES.indexOf(asked[2]);
    }

    private static boolean matches(String held, String asked) {
        return held.equals("*") || held.equals(asked);
    }

    private String scopeOf(Check check) {
        Check.Target target = Objects.requireNonNull(check.target());
        if (check.user().equals(target.owner())) {
            return "own";
        }
        for (String team = target.team(); team != null; team = world.team(team).parent()) {
            if (isMember(check, team)) {
                return "team";
            }
        }
        return "tenant";
    }

    private boolean isMember(Check check, String team) {
        return user(check.user()).teams().stream()
                .anyMatch(link ->
                        link.name().equals(team) && exists(link.limit(), check).orElse(false));
    }
}
