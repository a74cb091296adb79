package io.neomt.view;

/**
 * How the admin database tells that a row of {@code admin.tenants} changed: by {@code NOTIFY} within the transaction of
 * the change, with the tenant's id as the payload.
 */
public final class TenantNotice {

    /** What to {@code LISTEN} to. */
    public static final String CHANNEL = "neo_tenants";

    private TenantNotice() {}
}
