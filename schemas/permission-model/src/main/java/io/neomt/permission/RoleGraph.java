package io.neomt.permission;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Walks along inheritance: from roles to their parents, or from teams to the team above or below. Never recursive, so
 * that a deep graph overflows no stack, and it ends on a graph with cycles, too.
 */
public final class RoleGraph {

    private RoleGraph() {}

    /**
     * Everything reachable from a start, nearest first, each with a shortest path to it. The start is its own first
     * entry. Of several shortest paths it is the one that comes first in the order of the sets.
     */
    public static <K> Map<K, List<K>> closure(K start, Function<K, ? extends Collection<K>> parentsOf) {
        Map<K, List<K>> paths = new LinkedHashMap<>();
        paths.put(start, List.of(start));
        Deque<K> open = new ArrayDeque<>(List.of(start));
        for (K next = open.poll(); next != null; next = open.poll()) {
            List<K> path = paths.getOrDefault(next, List.of());
            for (K parent : parentsOf.apply(next)) {
                if (paths.putIfAbsent(parent, append(path, parent)) == null) {
                    open.add(parent);
                }
            }
        }
        return paths;
    }

    /**
     * The cycle that these parents would close: from the role through one of them back to the role, both ends included.
     *
     * @param parentsOf the parents that every other role has now; what it says about the role itself does not count
     */
    public static <K> Optional<List<K>> cycle(
            K role, Set<K> newParents, Function<K, ? extends Collection<K>> parentsOf) {
        for (K parent : newParents) {
            List<K> back = closure(parent, parentsOf).get(role);
            if (back != null) {
                return Optional.of(prepend(role, back));
            }
        }
        return Optional.empty();
    }

    private static <K> List<K> append(List<K> path, K last) {
        return Stream.concat(path.stream(), Stream.of(last)).toList();
    }

    private static <K> List<K> prepend(K first, List<K> path) {
        return Stream.concat(Stream.of(first), path.stream()).toList();
    }
}
