package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import java.util.Optional;

/**
 * Where the users of tenants sign in: the realms, or organizations, of an identity provider. Every operation may be
 * repeated.
 */
public interface IdentityRealms {

    /** Whether there is an identity provider at all. */
    boolean configured();

    /**
     * Makes what is missing of the tenant's realm, and opens it.
     *
     * @param name of the tenant, for people
     * @return the external id of the first admin, where one was given
     * @throws RealmsUnavailableException when it did not work now
     */
    Optional<String> ensure(TenantId tenant, String slug, String name, Optional<RealmAdmin> firstAdmin);

    /** Lets nobody sign in any more; those who have, keep their tokens until these end. Without effect where there is none. */
    void disable(String slug);

    /** Lets people sign in again. Without effect where there is none. */
    void enable(String slug);

    /**
     * Removes the realm with all its users.
     *
     * @return what was removed; empty where there was nothing
     */
    Optional<String> remove(String slug);
}
