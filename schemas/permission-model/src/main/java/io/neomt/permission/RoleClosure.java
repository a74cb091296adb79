package io.neomt.permission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a role gives together with all that it inherits. An ancestor is reached once for each set of terms that cannot
 * be done with fewer of, and then by a shortest path, of equal ones the first in the order of names: equal roles always
 * give equal lists. It ends on a graph with cycles, too.
 *
 * <p>Sets of terms can double with every level. A role that reaches its ancestors in too many ways denies everything: what
 * it would give cannot be told within bounds, and leaving out a denial would let somebody in.
 *
 * @param <K> what roles are told apart by
 */
public final class RoleClosure<K> {

    /** A role that is there, not deleted. */
    public record Role<K>(String name, List<Permission> permissions, List<Parent<K>> parents) {
        public Role {
            permissions = List.copyOf(permissions);
            parents = List.copyOf(parents);
        }
    }

    /** That a role inherits another. */
    public record Parent<K>(K role, Terms terms) {}

    /**
     * A permission that a role has.
     *
     * @param path names from the role that was asked about to the one that holds the permission
     * @param terms of the inheritance along the path, without those that say nothing
     */
    public record Held(Permission permission, List<String> path, List<Terms> terms) {
        public Held {
            path = List.copyOf(path);
            terms = List.copyOf(terms);
        }
    }

    /** How many ways there may be beside the first one to each ancestor, of all ancestors together. */
    static final int MOST_OTHER_WAYS = 1_000;

    private record Reached<K>(K id, Role<K> role, List<String> path, Set<Terms> terms) {}

    private final Function<K, @Nullable Role<K>> find;
    private final Map<K, List<Set<Terms>>> ways = new HashMap<>();
    private int otherWays;
    private final Queue<Reached<K>> open =
            new PriorityQueue<>(Comparator.<Reached<K>>comparingInt(reached -> reached.terms.size())
                    .thenComparingInt(reached -> reached.path.size())
                    .thenComparing(reached -> String.join("\n", reached.path)));

    private RoleClosure(Function<K, @Nullable Role<K>> find) {
        this.find = find;
    }

    /** @param find gives null for a role that is deleted: it gives nothing and passes nothing on */
    public static <K> List<Held> of(K role, Function<K, @Nullable Role<K>> find) {
        return new RoleClosure<>(find).walk(role);
    }

    private List<Held> walk(K start) {
        List<Held> held = new ArrayList<>();
        reach(start, List.of(), Set.of());
        for (Reached<K> next = open.poll(); next != null; next = open.poll()) {
            if (isNew(next)) {
                add(next, held);
            }
            if (otherWays > MOST_OTHER_WAYS) {
                return List.of(denyAll(start));
            }
        }
        return held;
    }

    private Held denyAll(K start) {
        List<String> path = Stream.ofNullable(find.apply(start)).map(Role::name).toList();
        return new Held(Permission.denial(PermissionPattern.parse("*.*.*")), path, List.of());
    }

    private void add(Reached<K> reached, List<Held> held) {
        List<Terms> terms = List.copyOf(reached.terms);
        reached.role.permissions().forEach(permission -> held.add(new Held(permission, reached.path, terms)));
        reached.role
                .parents()
                .forEach(parent -> reach(parent.role(), reached.path, with(reached.terms, parent.terms())));
    }

    private void reach(K id, List<String> path, Set<Terms> terms) {
        Role<K> role = find.apply(id);
        if (role != null) {
            open.add(new Reached<>(
                    id,
                    role,
                    Stream.concat(path.stream(), Stream.of(role.name())).toList(),
                    terms));
        }
    }

    /** Those with the fewest terms come first, so that nothing kept is made needless by what comes later. */
    private boolean isNew(Reached<K> reached) {
        List<Set<Terms>> known = ways.computeIfAbsent(reached.id, _ -> new ArrayList<>());
        if (known.stream().anyMatch(reached.terms::containsAll)) {
            return false;
        }
        otherWays += known.isEmpty() ? 0 : 1;
        return known.add(reached.terms);
    }

    private static Set<Terms> with(Set<Terms> met, Terms more) {
        if (more.equals(Terms.NONE)) {
            return met;
        }
        Set<Terms> all = new LinkedHashSet<>(met);
        all.add(more);
        return all;
    }
}
