package io.neomt.query.lookup;

import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How users of other tenants were let into a tenant; what is said of {@link Users} holds for these. */
public interface AccessGrants {

    /**
     * In the order in which they were given.
     *
     * @param user null for everybody's
     */
    At<Page<AccessGrantView>> list(TenantId tenant, @Nullable UserId user, PageRange range);

    At<Optional<AccessGrantView>> find(TenantId tenant, AccessGrantId grant);
}
