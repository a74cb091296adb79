package io.neomt.query.lookup;

import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import java.util.Set;

/** Which names of actions there are. Throws as {@link Users}. */
public interface Vocabulary {

    /** The actions on a type of resource that the catalogue knows, or that somebody named in a grant to the user. */
    At<Set<String>> actions(TenantId tenant, String resourceType, UserId user);
}
