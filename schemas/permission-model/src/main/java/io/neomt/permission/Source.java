package io.neomt.permission;

import java.util.List;
import java.util.UUID;

/** Where an entitlement comes from. */
public sealed interface Source {

    /** A grant or denial on the user itself. */
    record Direct(UUID grantId) implements Source {}

    /** @param path role names from the assigned role to the one that holds the permission, never empty */
    record Role(List<String> path) implements Source {
        public Role {
            path = List.copyOf(path);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("a path starts with the assigned role");
            }
        }
    }
}
