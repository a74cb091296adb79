package io.neomt.projection.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.TenantId;
import java.util.Map;
import java.util.Optional;

/** Finds tenants by what operators call them: slug or id. */
public final class Tenants {

    private final TenantDirectory directory;

    public Tenants(TenantDirectory directory) {
        this.directory = directory;
    }

    /** @throws ApiException when there is no such tenant */
    TenantId named(String text) {
        return find(text)
                .map(Tenant::id)
                .orElseThrow(() -> new ApiException(
                        ErrorCode.TENANT_NOT_FOUND, "There is no tenant '" + text + "'.", Map.of("tenant", text)));
    }

    /** What people call it. */
    Optional<String> slug(TenantId id) {
        return directory.find(id).map(Tenant::slug);
    }

    private Optional<Tenant> find(String text) {
        try {
            return directory.find(TenantId.of(text));
        } catch (IllegalArgumentException _) {
            return directory.find(text);
        }
    }
}
