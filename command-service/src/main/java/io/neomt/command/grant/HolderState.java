package io.neomt.command.grant;

import io.neomt.command.kernel.DirectGrant;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Ordered;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a user holds as its events left it. */
public sealed interface HolderState {

    record Absent() implements HolderState {}

    /** A deactivated user keeps what it holds; it counts for nothing until the user is back. */
    record Existing(UserId id, boolean active, Set<RoleId> roles, Map<GrantId, DirectGrant> grants)
            implements HolderState, HolderFacts {

        public Existing {
            roles = Ordered.set(roles);
            grants = Ordered.map(grants);
        }

        /** The id under which the user holds this very grant or denial. */
        public Optional<GrantId> find(DirectGrant grant) {
            return grants.entrySet().stream()
                    .filter(held -> held.getValue().equals(grant))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        Existing withActive(boolean value) {
            return new Existing(id, value, roles, grants);
        }

        Existing withRoles(Set<RoleId> value) {
            return new Existing(id, active, value, grants);
        }

        Existing withGrants(Map<GrantId, DirectGrant> value) {
            return new Existing(id, active, roles, value);
        }
    }
}
