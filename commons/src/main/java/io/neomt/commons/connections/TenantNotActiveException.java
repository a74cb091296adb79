package io.neomt.commons.connections;

/** A tenant has no database yet. Passes by itself once the tenant is provisioned. */
public final class TenantNotActiveException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TenantNotActiveException(Tenant tenant) {
        super("tenant '" + tenant.slug() + "' is not active yet; try again when its provisioning has finished");
    }
}
