package io.neomt.query.lookup;

import io.neomt.permission.PermissionPattern;
import io.neomt.permission.RoleGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Roles that are not deleted, and what each gives together with all that it inherits. */
public record Inheritance(Map<UUID, Node> roles) {

    /**
     * One role.
     *
     * @param parents may name roles that are deleted, and thus not among the roles; they give and pass on nothing
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

    public Inheritance {
        roles = Map.copyOf(roles);
    }

    /** All that a role gives, the nearest first, each ancestor by one shortest path; nothing when it is deleted. */
    public List<Held> closure(UUID role) {
        List<Held> held = new ArrayList<>();
        if (roles.containsKey(role)) {
            RoleGraph.closure(role, this::parentsOf).values().forEach(path -> addLast(path, held));
        }
        return held;
    }

    /** Those parents of a role that are not deleted. */
    public List<Node> parents(UUID role) {
        return parentsOf(role).stream().map(this::node).toList();
    }

    private void addLast(List<UUID> path, List<Held> held) {
        List<String> names = path.stream().map(id -> node(id).name()).toList();
        node(path.getLast()).permissions().forEach(pattern -> held.add(new Held(pattern, names)));
    }

    private List<UUID> parentsOf(UUID role) {
        return Stream.ofNullable(roles.get(role))
                .flatMap(node -> node.parents().stream())
                .filter(roles::containsKey)
                .toList();
    }

    private Node node(UUID id) {
        return Objects.requireNonNull(roles.get(id));
    }
}
