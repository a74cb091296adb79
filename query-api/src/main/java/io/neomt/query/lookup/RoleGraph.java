package io.neomt.query.lookup;

import io.neomt.permission.PermissionPattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The roles of a tenant that are not deleted, and what each gives together with all that it inherits. */
public record RoleGraph(Map<UUID, Node> roles) {

    /**
     * One role.
     *
     * @param parents may name roles that are deleted, and thus not in the graph; they give and pass on nothing
     */
    public record Node(UUID id, String name, List<PermissionPattern> permissions, List<UUID> parents) {
        public Node {
            permissions = List.copyOf(permissions);
            parents = List.copyOf(parents);
        }
    }

    /**
     * A permission that a role has.
     *
     * @param path the names from the role that was asked about to the one that holds the permission
     */
    public record Held(PermissionPattern pattern, List<String> path) {}

    private record Step(Node role, List<String> path) {}

    public RoleGraph {
        roles = Map.copyOf(roles);
    }

    /** All that a role gives, the nearest first, each ancestor by one shortest path; nothing when it is deleted. */
    public List<Held> closure(UUID role) {
        List<Held> held = new ArrayList<>();
        Set<UUID> visited = new HashSet<>();
        Queue<Step> next = new ArrayDeque<>();
        Stream.ofNullable(roles.get(role)).forEach(start -> next.add(new Step(start, List.of(start.name()))));
        visited.add(role);
        for (Step step = next.poll(); step != null; step = next.poll()) {
            List<String> path = step.path();
            step.role().permissions().forEach(pattern -> held.add(new Held(pattern, path)));
            parentsOf(step.role())
                    .filter(parent -> visited.add(parent.id()))
                    .forEach(parent -> next.add(new Step(parent, append(path, parent.name()))));
        }
        return held;
    }

    private Stream<Node> parentsOf(Node role) {
        return role.parents().stream().map(roles::get).filter(Objects::nonNull);
    }

    private static List<String> append(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
