package io.neomt.query.lookup;

import io.neomt.event.TenantId;
import io.neomt.permission.Instance;
import io.neomt.query.At;
import java.util.Optional;

/** The registered resources of a tenant; what is said of {@link Users} holds for these. */
public interface Resources {

    /** By type and id. */
    At<Page<ResourceView>> list(TenantId tenant, ResourceFilter filter, PageRange range);

    At<Optional<ResourceView>> find(TenantId tenant, Instance instance);
}
