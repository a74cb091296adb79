package io.neomt.query.lookup;

import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.Optional;

/** Organizations and tenants. They are written together with their events, so every answer is the newest. */
public interface Platform {

    /** In the order in which they were created; at the platform's position. */
    At<Page<OrganizationView>> organizations(PageRange range);

    /** At the platform's position. */
    At<Optional<OrganizationView>> organization(OrganizationId organization);

    /** In the order in which they were created; at the platform's position. */
    At<Page<TenantView>> tenants(TenantFilter filter, PageRange range);

    /** At the tenant's own position. */
    At<Optional<TenantView>> tenant(TenantId tenant);
}
