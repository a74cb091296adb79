package io.neomt.testkit.permissions;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One tenant's users, roles and teams as plain collections, by name. */
public record World(String tenantStatus, Map<String, User> users, Map<String, Role> roles, Map<String, Team> teams) {

    public static final String ACTIVE = "active";

    public World {
        users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
    }

    /** What a world may hold beyond users with direct grants and denials and roles with parents and grants. */
    public enum Feature {
        TENANT_STATUS,
        USER_DELETION,
        ROLE_DENIALS,
        TEAMS,
        INSTANCES,
        WINDOWS,
        CONDITIONS
    }

    /** When and on what condition something exists. */
    public record Limit(
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt,
            @Nullable String condition) {
        public static final Limit NONE = new Limit(null, null, null);

        boolean windowed() {
            return validFrom != null || expiresAt != null;
        }
    }

    /**
     * A grant or denial.
     *
     * @param permission {@code resource.action.scope}; {@code resource.action} when it is on one instance
     * @param instance such as {@code doc/7}
     */
    public record Holding(
            String permission, boolean denial, @Nullable String instance, Limit limit) {}

    /** That something has a role or is in a team. */
    public record Link(String name, Limit limit) {}

    /** @param status {@code active}, {@code deactivated} or {@code deleted} */
    public record User(String status, List<Link> roles, List<Link> teams, List<Holding> holdings) {}

    /** @param deleted a deleted role gives nothing and passes nothing on */
    public record Role(boolean deleted, List<Link> parents, List<Holding> holdings) {}

    /** @param parent the team above, if any */
    public record Team(@Nullable String parent, List<Link> roles, List<Holding> holdings) {}

    public Role role(String name) {
        return named("role", roles, name);
    }

    public Team team(String name) {
        return named("team", teams, name);
    }

    /** What this world holds beyond the plain. */
    public Set<Feature> features() {
        Set<Feature> found = EnumSet.noneOf(Feature.class);
        add(found, Feature.TENANT_STATUS, !tenantStatus.equals(ACTIVE));
        add(found, Feature.USER_DELETION, users.values().stream().anyMatch(user -> user.status()
                .equals("deleted")));
        add(
                found,
                Feature.ROLE_DENIALS,
                roles.values().stream().flatMap(r -> r.holdings().stream()).anyMatch(Holding::denial));
        add(found, Feature.TEAMS, !teams.isEmpty());
        add(found, Feature.INSTANCES, holdings().anyMatch(holding -> holding.instance() != null));
        add(found, Feature.WINDOWS, limits().anyMatch(Limit::windowed));
        add(found, Feature.CONDITIONS, limits().anyMatch(limit -> limit.condition() != null));
        return found;
    }

    private Stream<Holding> holdings() {
        return Stream.of(all(users, User::holdings), all(roles, Role::holdings), all(teams, Team::holdings))
                .flatMap(Function.identity());
    }

    private Stream<Limit> limits() {
        Stream<Link> links = Stream.of(
                        all(users, User::roles),
                        all(users, User::teams),
                        all(roles, Role::parents),
                        all(teams, Team::roles))
                .flatMap(Function.identity());
        return Stream.concat(links.map(Link::limit), holdings().map(Holding::limit));
    }

    private static <T, U> Stream<U> all(Map<String, T> things, Function<T, ? extends Collection<U>> part) {
        return things.values().stream().flatMap(thing -> part.apply(thing).stream());
    }

    private static void add(Set<Feature> found, Feature feature, boolean present) {
        if (present) {
            found.add(feature);
        }
    }

    private static <T> T named(String kind, Map<String, T> things, String name) {
        T thing = things.get(name);
        if (thing == null) {
            throw new IllegalArgumentException("there is no " + kind + " '" + name + "' in this world");
        }
        return thing;
    }
}
