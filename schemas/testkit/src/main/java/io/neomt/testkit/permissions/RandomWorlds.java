package io.neomt.testkit.permissions;

import io.neomt.testkit.permissions.Check.Attributes;
import io.neomt.testkit.permissions.Check.Target;
import io.neomt.testkit.permissions.World.Feature;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Limit;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws small worlds in which everything is likely to meet: few names, many wildcards, windows that open and close
 * around the time of the checks. The same seed and features give the same worlds and checks.
 */
public final class RandomWorlds {

    private static final int USERS = 4;
    private static final int ROLES = 6;
    private static final int TEAMS = 4;
    private static final List<String> RESOURCES = List.of("docs", "users", "admin");
    private static final List<String> ACTIONS = List.of("read", "write", "delete");
    private static final List<String> SCOPES = List.of("own", "team", "tenant");
    private static final List<String> INSTANCES = List.of("doc/1", "doc/2", "file/1");
    private static final List<String> CONDITIONS = List.of(
            "action.properties.soft == true",
            "resource.properties.status == 'archived'",
            "context.level > 2",
            "has(subject.properties) && subject.properties.vip");

    private final Random random;
    private final Set<Feature> features;

    private RandomWorlds(long seed, Set<Feature> features) {
        this.random = new Random(seed);
        this.features = features;
    }

    /** With everything that a world can hold. */
    public static World world(long seed) {
        return world(seed, EnumSet.allOf(Feature.class));
    }

    /** With roles, inheritance, direct grants and denials, and owners only. */
    public static World plainWorld(long seed) {
        return world(seed, EnumSet.noneOf(Feature.class));
    }

    public static World world(long seed, Set<Feature> features) {
        return new RandomWorlds(seed, features).world();
    }

    /** Questions that fit worlds of these features: about users known and unknown, codes and resources. */
    public static List<Check> checks(long seed, Set<Feature> features, int count) {
        RandomWorlds draw = new RandomWorlds(seed, features);
        return Stream.generate(draw::check).limit(count).toList();
    }

    private World world() {
        return new World(
                has(Feature.TENANT_STATUS) && chance(5) ? pick(List.of("suspended", "deleted")) : World.ACTIVE,
                named("u", USERS, number -> user()),
                named("r", ROLES, this::role),
                named("t", has(Feature.TEAMS) ? TEAMS : 0, this::team));
    }

    private User user() {
        String status = chance(10) ? "deactivated" : World.ACTIVE;
        return new User(
                has(Feature.USER_DELETION) && chance(5) ? "deleted" : status,
                links("r", 0, ROLES, this::limit),
                has(Feature.TEAMS) ? links("t", 0, TEAMS, this::windowOnly) : List.of(),
                holdings(true));
    }

    /** Parents have higher numbers, so that no cycle can arise. */
    private Role role(int number) {
        return new Role(chance(10), links("r", number + 1, ROLES, this::limit), holdings(has(Feature.ROLE_DENIALS)));
    }

    private Team team(int number) {
        String parent = number == 0 || chance(30) ? null : "t" + random.nextInt(number);
        return new Team(parent, links("r", 0, ROLES, this::limit), holdings(true));
    }

    private List<Link> links(String prefix, int from, int to, Supplier<Limit> limit) {
        if (from >= to) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        IntStream.range(0, random.nextInt(3)).forEach(any -> names.add(prefix + random.nextInt(from, to)));
        return names.stream().map(name -> new Link(name, limit.get())).toList();
    }

    /** No permission twice on the same holder: that would be one grant, given again. */
    private List<Holding> holdings(boolean denials) {
        Map<String, Holding> found = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(4))
                .mapToObj(any -> holding(denials))
                .forEach(holding ->
                        found.putIfAbsent(holding.permission() + holding.denial() + holding.instance(), holding));
        return List.copyOf(found.values());
    }

    private Holding holding(boolean denials) {
        boolean denial = denials && chance(20);
        String names = orWildcard(RESOURCES) + "." + orWildcard(ACTIONS);
        if (has(Feature.INSTANCES) && chance(30)) {
            return new Holding(names, denial, pick(INSTANCES), limit());
        }
        return new Holding(names + "." + orWildcard(SCOPES), denial, null, limit());
    }

    private Limit limit() {
        Limit window = windowOnly();
        String condition = has(Feature.CONDITIONS) && chance(20) ? pick(CONDITIONS) : null;
        return new Limit(window.validFrom(), window.expiresAt(), condition);
    }

    private Limit windowOnly() {
        return has(Feature.WINDOWS) ? new Limit(bound(), bound(), null) : Limit.NONE;
    }

    private @Nullable Instant bound() {
        return chance(15) ? moment() : null;
    }

    /** Within two milliseconds around noon, so that bounds and checks often fall on the same one. */
    private Instant moment() {
        return Check.NOON.plusMillis(random.nextInt(5) - 2);
    }

    private Check check() {
        String user = "u" + random.nextInt(chance(5) ? USERS + 1 : USERS);
        String names = pick(RESOURCES) + "." + pick(ACTIONS);
        Check check = chance(50) ? Check.of(user, names + "." + pick(SCOPES)) : Check.of(user, names, target());
        return check.at(
                has(Feature.WINDOWS) ? moment() : Check.NOON, has(Feature.CONDITIONS) ? attributes() : Attributes.NONE);
    }

    private Target target() {
        String[] instance = pick(INSTANCES).split("/", -1);
        String owner = chance(60) ? "u" + random.nextInt(USERS) : null;
        String team = has(Feature.TEAMS) && chance(60) ? "t" + random.nextInt(TEAMS) : null;
        return new Target(instance[0], instance[1], owner, team);
    }

    /** Each may be missing, and the level may be no number. */
    private Attributes attributes() {
        return new Attributes(
                maybe("properties", Map.of("vip", chance(50))),
                maybe("properties", Map.of("status", pick(List.of("archived", "open")))),
                maybe("properties", Map.of("soft", chance(50))),
                maybe("level", pick(List.<Object>of(1L, 3L, "high"))));
    }

    private Map<String, Object> maybe(String name, Object value) {
        return chance(70) ? Map.of(name, value) : Map.of();
    }

    private <T> Map<String, T> named(String prefix, int count, IntFunction<T> one) {
        Map<String, T> result = new LinkedHashMap<>();
        IntStream.range(0, count).forEach(number -> result.put(prefix + number, one.apply(number)));
        return result;
    }

    private String orWildcard(List<String> names) {
        return chance(25) ? "*" : pick(names);
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private boolean has(Feature feature) {
        return features.contains(feature);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
