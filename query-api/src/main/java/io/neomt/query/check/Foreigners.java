package io.neomt.query.check;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.Decision.Blocked;
import io.neomt.permission.Decision.Cause;
import io.neomt.permission.Entitlement;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Question;
import io.neomt.query.scene.Scene;
import io.neomt.query.scene.Scenes;
import io.neomt.query.scene.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides for those who are no users of the tenant: by what the platform gives its users everywhere, and by what the
 * tenant gives to users of others while these are active at home.
 */
final class Foreigners {

    private static final Blocked UNKNOWN = new Blocked(Cause.USER_UNKNOWN);

    /** A question about one of them. */
    record Asked(UserId user, Standing.Foreign standing, Matter matter) {}

    private final Scenes scenes;
    private final TenantId here;
    private final Function<TenantId, Position> atLeast;

    /**
     * @param here the tenant that is asked about
     * @param atLeast how new the answers of other tenants must be
     */
    Foreigners(Scenes scenes, TenantId here, Function<TenantId, Position> atLeast) {
        this.scenes = scenes;
        this.here = here;
        this.atLeast = atLeast;
    }

    /** @param position of the scene that the questions are from */
    List<Decision> decide(List<Asked> asked, long position) {
        List<Decision> decisions = new ArrayList<>(byPlatform(asked));
        Map<TenantId, Map<UserId, Decision>> obstacles = obstaclesAtHome(asked);
        for (int i = 0; i < asked.size(); i++) {
            Asked each = asked.get(i);
            for (Standing.Access access : each.standing().access()) {
                Map<UserId, Decision> atHome = Objects.requireNonNull(obstacles.get(access.home()));
                Decision obstacle = atHome.get(each.user());
                Decision decision = obstacle != null
                        ? obstacle
                        : Objects.requireNonNull(each.matter().decide(access.user(), position));
                decisions.set(i, Strength.stronger(decisions.get(i), decision));
            }
        }
        return decisions;
    }

    /** All that one of them was given, barred when they can do nothing at home. */
    Held held(UserId user, Standing.Foreign standing, long position) {
        List<Entitlement> held = new ArrayList<>(heldAtPlatform(user));
        boolean barred = false;
        for (Standing.Access access : standing.access()) {
            held.addAll(Objects.requireNonNull(access.user().entitlements(position)));
            barred |= !obstaclesAt(access.home(), Set.of(user)).isEmpty();
        }
        return new Held(barred, held);
    }

    private List<Entitlement> heldAtPlatform(UserId user) {
        if (here.equals(TenantId.PLATFORM)) {
            return List.of();
        }
        return scenes
                .ask(
                        TenantId.PLATFORM,
                        atLeast.apply(TenantId.PLATFORM),
                        Question.of(() -> Needs.users(List.of(user)), scene -> heldAt(scene, user)))
                .value()
                .stream()
                .map(Entitlement::ofPlatform)
                .toList();
    }

    private static @Nullable List<Entitlement> heldAt(Scene platform, UserId user) {
        return switch (platform.standing(user)) {
            case null -> null;
            case Standing.Active(var found) ->
                found.entitlements(platform.position().value());
            case Standing.Blocked _, Standing.Foreign _ -> List.of();
        };
    }

    private List<? extends Decision> byPlatform(List<Asked> asked) {
        if (here.equals(TenantId.PLATFORM)) {
            return asked.stream().map(_ -> UNKNOWN).toList();
        }
        Set<UserId> users = asked.stream().map(Asked::user).collect(Collectors.toSet());
        return scenes.ask(
                        TenantId.PLATFORM,
                        atLeast.apply(TenantId.PLATFORM),
                        Question.of(() -> Needs.users(users), scene -> byPlatform(asked, scene)))
                .value();
    }

    private static @Nullable List<Decision> byPlatform(List<Asked> asked, Scene platform) {
        List<Decision> decisions = new ArrayList<>(asked.size());
        for (Asked each : asked) {
            Decision decision = byPlatform(each, platform);
            if (decision == null) {
                return null;
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private static @Nullable Decision byPlatform(Asked asked, Scene platform) {
        return switch (platform.standing(asked.user())) {
            case null -> null;
            case Standing.Active(var user) ->
                ofPlatform(asked.matter().decide(user, platform.position().value()));
            case Standing.Blocked(var decision) -> decision;
            case Standing.Foreign _ -> UNKNOWN;
        };
    }

    private static @Nullable Decision ofPlatform(@Nullable Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> new Decision.Allowed(allowed.by().ofPlatform());
            case Decision.Denied denied -> new Decision.Denied(denied.by().ofPlatform(), denied.undecidable());
            case null -> null;
            case Decision.NotGranted _, Blocked _ -> decision;
        };
    }

    /** For each home those who can do nothing even there, and why. */
    private Map<TenantId, Map<UserId, Decision>> obstaclesAtHome(List<Asked> asked) {
        Map<TenantId, Map<UserId, Decision>> obstacles = new HashMap<>();
        homes(asked).forEach((home, users) -> obstacles.put(home, obstaclesAt(home, users)));
        return obstacles;
    }

    private Map<UserId, Decision> obstaclesAt(TenantId home, Set<UserId> users) {
        return scenes.ask(
                        home,
                        atLeast.apply(home),
                        Question.of(() -> Needs.users(users), scene -> obstacles(users, scene)))
                .value();
    }

    private static Map<TenantId, Set<UserId>> homes(List<Asked> asked) {
        Map<TenantId, Set<UserId>> homes = new HashMap<>();
        asked.forEach(each -> each.standing().access().forEach(access -> homes.computeIfAbsent(
                        access.home(), _ -> new HashSet<>())
                .add(each.user())));
        return homes;
    }

    private static @Nullable Map<UserId, Decision> obstacles(Set<UserId> users, Scene home) {
        Map<UserId, Decision> obstacles = new HashMap<>();
        for (UserId user : users) {
            switch (home.standing(user)) {
                case null -> {
                    return null;
                }
                case Standing.Active _ -> {}
                case Standing.Blocked(var decision) -> obstacles.put(user, decision);
                case Standing.Foreign _ -> obstacles.put(user, UNKNOWN);
            }
        }
        return obstacles;
    }
}
