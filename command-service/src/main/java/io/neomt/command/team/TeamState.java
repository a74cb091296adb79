package io.neomt.command.team;

import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.command.kernel.TeamFacts;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A team as its events left it; its members are found by their references to it. */
public sealed interface TeamState {

    /** The names that it holds. */
    default Set<Name> names() {
        return Set.of();
    }

    /** The team below which it is found. */
    default Set<Reference> references() {
        return Set.of();
    }

    /** When the first of what it holds is over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    record Absent() implements TeamState {}

    record Existing(
            TeamId id,
            String name,
            String description,
            @Nullable TeamId parentId,
            Map<RoleId, Terms> roles,
            Set<Permission> permissions)
            implements TeamState, TeamFacts {

        public Existing {
            roles = Ordered.map(roles);
            permissions = Ordered.set(permissions);
        }

        @Override
        public Set<Name> names() {
            return Set.of(Name.ignoringCase(Name.Kind.TEAM_NAME, name));
        }

        @Override
        public Set<Reference> references() {
            return parentId == null ? Set.of() : Set.of(new Reference(Reference.Kind.CHILD, Subject.of(parentId)));
        }

        @Override
        public Optional<Instant> due() {
            return Dues.first(Stream.concat(permissions.stream().map(Permission::terms), roles.values().stream()));
        }

        Existing renamed(String newName, String newDescription) {
            return new Existing(id, newName, newDescription, parentId, roles, permissions);
        }

        Existing below(@Nullable TeamId parent) {
            return new Existing(id, name, description, parent, roles, permissions);
        }

        Existing withRoles(Map<RoleId, Terms> value) {
            return new Existing(id, name, description, parentId, value, permissions);
        }

        Existing withPermissions(Set<Permission> value) {
            return new Existing(id, name, description, parentId, roles, value);
        }
    }

    /** Gone for good; its name is free, its id is not used again. */
    record Deleted(TeamId id) implements TeamState {}
}
