package io.neomt.command.store;

import io.neomt.command.kernel.Name;
import java.util.Set;

/** Names that a group supposed to be free are not: the group is rolled back and decided anew, knowing it. */
final class NamesTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Name> names;

    NamesTakenException(Set<Name> names) {
        super("names are taken", null, false, false);
        this.names = Set.copyOf(names);
    }

    Set<Name> names() {
        return names;
    }
}
