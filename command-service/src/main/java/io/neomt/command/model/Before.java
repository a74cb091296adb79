package io.neomt.command.model;

import io.neomt.command.intervention.ParkedEvent;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was before a group of commands. Of the group's tenant and of the platform it does not change while the group is
 * decided, since their heads are locked; of other tenants it is what was committed last.
 */
public interface Before {

    /** The aggregate; absent when there are no events about the subject. */
    Versioned load(TenantId tenant, Subject subject);

    /** Reads aggregates that will be asked for, all at once. */
    void prefetch(TenantId tenant, Collection<Subject> subjects);

    /** Who holds a name. */
    Optional<Subject> holder(TenantId space, Name name);

    /**
     * Who holds a name that a command wants, as far as is known without asking: a name that turns out to be taken when
     * the group is written makes the group be decided anew, knowing it.
     */
    Optional<Subject> knownHolder(TenantId space, Name name);

    /** The subjects that refer to another one in this way. */
    Set<Subject> referring(TenantId tenant, Reference reference);

    /** Whether a region of this code is registered and takes tenants. */
    boolean regionExists(String code);

    boolean connectionExists(String connectionName);

    /** The projections that stand before an event of the tenant. */
    List<ParkedEvent> parkedAt(TenantId tenant, Position position);
}
