package io.neomt.command.model;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Subject;
import java.util.Optional;

/**
 * What a group did to one name.
 *
 * @param before who held it; empty also where the group only supposed that nobody does, which the writer must prove
 * @param after who holds it now
 */
public record NameChange(Name name, Optional<Subject> before, Optional<Subject> after) {

    /** Taken and given up again within the group: nothing to write, and still nobody may have held it. */
    public boolean passing() {
        return before.isEmpty() && after.isEmpty();
    }

    public boolean idle() {
        return before.isPresent() && before.equals(after);
    }
}
