package io.neomt.provisioning.run;

import java.util.function.LongSupplier;

/** All that work for tenants needs from outside. */
public record Ports(
        Operations operations,
        Tenants tenants,
        Schemas schemas,
        IdentityRealms realms,
        Caches caches,
        Reports reports,
        LongSupplier nanoTime) {}
