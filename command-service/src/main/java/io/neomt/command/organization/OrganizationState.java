package io.neomt.command.organization;

import io.neomt.command.kernel.Name;
import io.neomt.event.OrganizationId;
import java.util.Set;

/** An organization as its events left it. */
public sealed interface OrganizationState {

    /** The names that it holds. */
    Set<Name> names();

    record Absent() implements OrganizationState {
        @Override
        public Set<Name> names() {
            return Set.of();
        }
    }

    record Existing(OrganizationId id, String name, String slug) implements OrganizationState {
        @Override
        public Set<Name> names() {
            return Set.of(new Name(Name.Kind.ORGANIZATION_SLUG, slug));
        }
    }
}
