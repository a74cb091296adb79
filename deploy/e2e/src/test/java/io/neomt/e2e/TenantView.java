package io.neomt.e2e;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a tenant's events add up to: the yardstick for every view. Terms and permissions are texts, see {@link Texts}. */
public final class TenantView {

    /** A user as any view must show it. */
    static final class User {
        final String username;

        @Nullable
        String email;

        String displayName = "";
        String status = "active";
        final Map<UUID, String> roles = new TreeMap<>();
        final Map<UUID, String> grants = new TreeMap<>();

        User(String username) {
            this.username = username;
        }
    }

    /** A role as any view must show it. */
    static final class Role {
        String name;
        boolean deleted;
        final Set<String> permissions = new TreeSet<>();
        final Map<UUID, String> parents = new TreeMap<>();

        Role(String name) {
            this.name = name;
        }
    }

    /** A team as any view must show it. */
    static final class Team {
        String name;
        boolean deleted;

        @Nullable
        UUID parent;

        final Map<UUID, String> members = new TreeMap<>();
        final Map<UUID, String> labels = new TreeMap<>();
        final Map<UUID, String> roles = new TreeMap<>();
        final Set<String> permissions = new TreeSet<>();

        Team(String name) {
            this.name = name;
        }
    }

    /** An access grant as any view must show it. */
    record Access(UUID user, String home, String permission) {}

    /** A resource as any view must show it. */
    record Resource(@Nullable UUID owner, @Nullable UUID team, String properties) {}

    final Map<UUID, User> users = new TreeMap<>();
    final Map<UUID, Role> roles = new TreeMap<>();
    final Map<UUID, Team> teams = new TreeMap<>();
    final Map<String, Resource> resources = new TreeMap<>();
    final Set<String> removed = new TreeSet<>();
    final Map<UUID, Access> access = new TreeMap<>();
    final Set<UUID> guests = new TreeSet<>();

    /** The catalogue, templates and settings, each as one line. */
    final Map<String, String> others = new TreeMap<>();

    /** Whether there is, or has been, a user, a role or a team of this id. */
    public boolean hasHad(UUID id) {
        return users.containsKey(id) || roles.containsKey(id) || teams.containsKey(id);
    }

    /** Whether the user has the role or the grant directly. */
    public boolean holds(UUID user, UUID held) {
        return user(user).roles.containsKey(held) || user(user).grants.containsKey(held);
    }

    /** Whether the user has any role or grant directly. */
    public boolean holdsAnything(UUID user) {
        return !user(user).roles.isEmpty() || !user(user).grants.isEmpty();
    }

    User user(UUID id) {
        return Objects.requireNonNull(users.get(id), () -> "no user " + id);
    }

    Role role(UUID id) {
        return Objects.requireNonNull(roles.get(id), () -> "no role " + id);
    }

    Team team(UUID id) {
        return Objects.requireNonNull(teams.get(id), () -> "no team " + id);
    }

    /** Everything that a role gives, its own permissions and the inherited ones. */
    Set<String> closure(UUID role) {
        Set<String> all = new TreeSet<>();
        collect(role, all, new HashSet<>());
        return all;
    }

    private void collect(UUID id, Set<String> all, Set<UUID> seen) {
        Role role = role(id);
        if (role.deleted || !seen.add(id)) {
            return;
        }
        all.addAll(role.permissions);
        role.parents.keySet().forEach(parent -> collect(parent, all, seen));
    }

    /** The team and those above it, as far as none is deleted. */
    List<UUID> upwards(UUID id) {
        List<UUID> found = new java.util.ArrayList<>();
        for (UUID next = id; next != null && !team(next).deleted; next = team(next).parent) {
            found.add(next);
        }
        return found;
    }

    Map<UUID, String> memberships(UUID user) {
        Map<UUID, String> found = new TreeMap<>();
        teams.forEach((id, team) -> {
            if (!team.deleted && team.members.containsKey(user)) {
                found.put(id, team.members.get(user));
            }
        });
        return found;
    }

    /** Of some roles those that still exist. */
    Map<UUID, String> living(Map<UUID, String> some) {
        return without(some, id -> role(id).deleted);
    }

    private static Map<UUID, String> without(Map<UUID, String> some, Predicate<UUID> gone) {
        Map<UUID, String> living = new TreeMap<>(some);
        living.keySet().removeIf(gone);
        return living;
    }

    /** One line for each thing: equal texts, equal views. */
    String text() {
        StringBuilder text = new StringBuilder();
        users.forEach((id, user) -> line(
                text,
                "user",
                id,
                user.username,
                user.email,
                user.displayName,
                user.status,
                living(user.roles),
                user.grants,
                memberships(id)));
        roles.forEach((id, role) -> {
            if (!role.deleted) {
                line(text, "role", id, role.name, role.permissions, living(role.parents));
            }
        });
        teams.forEach((id, team) -> {
            if (!team.deleted) {
                line(
                        text,
                        "team",
                        id,
                        team.name,
                        team.parent,
                        team.members,
                        team.labels,
                        living(team.roles),
                        team.permissions);
            }
        });
        resources.forEach((id, resource) -> line(text, id, resource));
        access.forEach((id, grant) -> line(text, "access", id, grant));
        line(text, "gone", removed, "guests", guests, others);
        return text.toString();
    }

    private static void line(StringBuilder text, @Nullable Object... parts) {
        for (Object part : parts) {
            text.append(part).append(' ');
        }
        text.append('\n');
    }
}
