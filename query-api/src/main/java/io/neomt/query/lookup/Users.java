package io.neomt.query.lookup;

import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import java.util.List;
import java.util.Optional;

/**
 * The users of a tenant. Each answer comes from one snapshot, together with its position, and may be older than the
 * newest state. Throws {@link io.neomt.query.UnavailableException} when the database cannot be read.
 */
public interface Users {

    /** In the order in which they were created. */
    At<Page<UserView>> list(TenantId tenant, UserFilter filter, PageRange range);

    At<Optional<UserView>> find(TenantId tenant, UserId user);

    /** The user whom the tenant's realm calls by this id. */
    At<Optional<UserId>> byExternalId(TenantId tenant, String externalId);

    /** Directly assigned roles that are not deleted, by name; empty when there is no such user. */
    At<Optional<List<AssignedRole>>> roles(TenantId tenant, UserId user);

    /** The teams that are not deleted and have the user as a direct member, by name; empty when there is no such user. */
    At<Optional<Page<Membership>>> teams(TenantId tenant, UserId user, PageRange range);

    /** Empty when there is no such user. */
    At<Optional<Entitled>> entitlements(TenantId tenant, UserId user);
}
