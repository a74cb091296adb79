package io.neomt.provisioning.registry;

import org.jspecify.annotations.Nullable;

/**
 * How much of a database is used.
 *
 * @param poolMin connections that each process keeps open when idle
 * @param poolMax the most connections of one process
 * @param maxTenants the most tenants; null without a bound
 * @param maxBytes from which measured size on no other tenant comes; null without a bound
 * @param maxFailures after how many failed checks in a row it is switched off
 */
public record Limits(
        int poolMin,
        int poolMax,
        @Nullable Integer maxTenants,
        @Nullable Long maxBytes,
        int maxFailures) {

    public static final Limits DEFAULT = new Limits(0, 10, null, null, 3);

    /** @throws InvalidConnectionException naming the first that is out of range */
    public Limits {
        Form.require(poolMax >= 1 && poolMax <= 1_000, "pool_max_size", "is 1 to 1000");
        Form.require(poolMin >= 0 && poolMin <= poolMax, "pool_min_size", "is 0 to pool_max_size");
        Form.require(maxTenants == null || maxTenants >= 1, "max_tenants", "is 1 or greater");
        Form.require(maxBytes == null || maxBytes >= 1, "max_bytes", "is 1 or greater");
        Form.require(maxFailures >= 1 && maxFailures <= 1_000, "max_consecutive_failures", "is 1 to 1000");
    }
}
