package io.neomt.command.role;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.RoleFacts;
import io.neomt.event.RoleId;
import io.neomt.permission.PermissionPattern;
import java.util.Set;

/** A role as its events left it. */
public sealed interface RoleState {

    /** The names that it holds. */
    Set<Name> names();

    record Absent() implements RoleState {
        @Override
        public Set<Name> names() {
            return Set.of();
        }
    }

    record Existing(RoleId id, String name, String description, Set<PermissionPattern> permissions, Set<RoleId> parents)
            implements RoleState, RoleFacts {

        public Existing {
            permissions = Ordered.set(permissions);
            parents = Ordered.set(parents);
        }

        @Override
        public Set<Name> names() {
            return Set.of(new Name(Name.Kind.ROLE_NAME, name));
        }

        Existing renamed(String newName, String newDescription) {
            return new Existing(id, newName, newDescription, permissions, parents);
        }

        Existing withPermissions(Set<PermissionPattern> value) {
            return new Existing(id, name, description, value, parents);
        }

        Existing withParents(Set<RoleId> value) {
            return new Existing(id, name, description, permissions, value);
        }
    }

    /** Gone for good; its name is free, its id is not used again. */
    record Deleted(RoleId id) implements RoleState {
        @Override
        public Set<Name> names() {
            return Set.of();
        }
    }
}
