package io.neomt.command.model;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Subject;
import io.neomt.event.TenantId;
import java.util.Optional;

/** What was before a group of commands. It does not change while the group is decided: the heads are locked. */
public interface Before {

    /** The aggregate; absent when there are no events about the subject. */
    Versioned load(TenantId tenant, Subject subject);

    /** Who holds a name. */
    Optional<Subject> holder(TenantId space, Name name);

    /**
     * Who holds a name that a command wants, as far as is known without asking: a name that turns out to be taken when
     * the group is written makes the group be decided anew, knowing it.
     */
    Optional<Subject> knownHolder(TenantId space, Name name);

    boolean connectionExists(String connectionName);
}
