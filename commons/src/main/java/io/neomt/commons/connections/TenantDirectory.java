package io.neomt.commons.connections;

import io.neomt.event.TenantId;
import java.util.Optional;

/** Finds tenants by what a path, a token or an event calls them. */
public interface TenantDirectory {

    Optional<Tenant> find(TenantId id);

    Optional<Tenant> find(String slug);
}
