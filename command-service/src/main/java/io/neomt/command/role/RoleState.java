package io.neomt.command.role;

import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.RoleFacts;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A role as its events left it. */
public sealed interface RoleState {

    /** The names that it holds. */
    default Set<Name> names() {
        return Set.of();
    }

    /** When the first of what it holds is over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    record Absent() implements RoleState {}

    record Existing(
            RoleId id,
            String name,
            String description,
            boolean system,
            Set<Permission> permissions,
            Map<RoleId, Terms> parents)
            implements RoleState, RoleFacts {

        public Existing {
            permissions = Ordered.set(permissions);
            parents = Ordered.map(parents);
        }

        @Override
        public Set<Name> names() {
            return Set.of(new Name(Name.Kind.ROLE_NAME, name));
        }

        @Override
        public Optional<Instant> due() {
            return Dues.first(Stream.concat(permissions.stream().map(Permission::terms), parents.values().stream()));
        }

        Existing renamed(String newName, String newDescription) {
            return new Existing(id, newName, newDescription, system, permissions, parents);
        }

        Existing withPermissions(Set<Permission> value) {
            return new Existing(id, name, description, system, value, parents);
        }

        Existing withParents(Map<RoleId, Terms> value) {
            return new Existing(id, name, description, system, permissions, value);
        }
    }

    /** Gone for good; its name is free, its id is not used again. */
    record Deleted(RoleId id) implements RoleState {}
}
