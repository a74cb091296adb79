package io.neomt.query.lookup;

import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The roles of a tenant that are not deleted; what is said of {@link Users} holds for these. */
public interface Roles {

    /**
     * In the order in which they were created.
     *
     * @param name how the name starts; null for all
     */
    At<Page<RoleView>> list(TenantId tenant, @Nullable String name, PageRange range);

    At<Optional<RoleDetail>> find(TenantId tenant, RoleId role);
}
