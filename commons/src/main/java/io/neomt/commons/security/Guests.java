package io.neomt.commons.security;

import io.neomt.commons.connections.Tenant;

/** Knows who of other tenants was given access to a tenant. */
@FunctionalInterface
public interface Guests {

    /** Nobody acts in another tenant than the own. */
    Guests NONE = (caller, home, tenant) -> false;

    /** Whether the tenant gave the caller any access at all; what exactly is asked later. */
    boolean mayEnter(Caller caller, Tenant home, Tenant tenant);
}
