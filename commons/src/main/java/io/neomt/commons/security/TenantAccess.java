package io.neomt.commons.security;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Decides which tenant a request acts in. The one place where tenants are kept apart on the way in. */
public final class TenantAccess {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TenantDirectory directory;
    private final Guests guests;

    /** Tenants are closed to users of others. */
    public TenantAccess(TenantDirectory directory) {
        this(directory, Guests.NONE);
    }

    public TenantAccess(TenantDirectory directory, Guests guests) {
        this.directory = directory;
        this.guests = guests;
    }

    /**
     * The tenant that the caller may act in.
     *
     * @param idOrSlug as the path names it; null where the path leaves it out
     * @throws ApiException 403 TENANT_FORBIDDEN where a tenant's user names another tenant that gave it no access, existing or not; 404
     *     TENANT_NOT_FOUND where there is no such tenant; 400 VALIDATION_ERROR where a platform user names none
     */
    public Tenant resolve(Caller caller, @Nullable String idOrSlug) {
        Tenant tenant = caller.platform() ? named(idOrSlug) : own(caller, idOrSlug);
        MDC.put("tenant_id", tenant.id().toString());
        return tenant;
    }

    /** The caller's own tenant: the realm's, or the platform's. */
    public Tenant home(Caller caller) {
        return directory.find(caller.tenantSlug()).orElseThrow(() -> notFound(caller.tenantSlug()));
    }

    private Tenant named(@Nullable String idOrSlug) {
        if (idOrSlug == null) {
            throw ApiException.validation(
                    "tenant", "is missing: users of the platform name it, as in /api/v1/tenants/{tenant}/…");
        }
        return find(idOrSlug).orElseThrow(() -> notFound(idOrSlug));
    }

    private Tenant own(Caller caller, @Nullable String idOrSlug) {
        Optional<Tenant> own = directory.find(caller.tenantSlug());
        if (idOrSlug == null) {
            return own.orElseThrow(() -> notFound(caller.tenantSlug()));
        }
        return own.filter(tenant -> isNamed(tenant, idOrSlug))
                .or(() -> own.flatMap(home -> opened(caller, home, idOrSlug)))
                .orElseThrow(TenantAccess::forbidden);
    }

    /** What a tenant answers to whom it gave no access, as if it were not there. */
    public static ApiException forbidden() {
        return new ApiException(
                ErrorCode.TENANT_FORBIDDEN,
                "this token acts in the tenant of its own realm, and where access was given to its user");
    }

    private static boolean isNamed(Tenant tenant, String idOrSlug) {
        return idOrSlug.equals(tenant.slug()) || idOrSlug.equals(tenant.id().toString());
    }

    /** A tenant that is not there and one that gave no access are answered alike. */
    private Optional<Tenant> opened(Caller caller, Tenant home, String idOrSlug) {
        return find(idOrSlug).filter(tenant -> guests.mayEnter(caller, home, tenant));
    }

    private Optional<Tenant> find(String idOrSlug) {
        return ID.matcher(idOrSlug).matches() ? directory.find(TenantId.of(idOrSlug)) : directory.find(idOrSlug);
    }

    private static ApiException notFound(String idOrSlug) {
        return new ApiException(ErrorCode.TENANT_NOT_FOUND, "no such tenant", Map.of("tenant", idOrSlug));
    }
}
