package io.neomt.provisioning.registry;

import org.jspecify.annotations.Nullable;

/**
 * What is to be otherwise about a connection; null leaves it as it is. Its region never changes: tenants' rows lie there.
 */
public record Changes(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String database,
        @Nullable String username,
        @Nullable String password,
        @Nullable Integer poolMin,
        @Nullable Integer poolMax,
        @Nullable Integer maxTenants,
        @Nullable Long maxBytes,
        @Nullable Integer maxFailures) {

    /** @param present the password as it is now */
    public Server server(Registered now, String present) {
        return new Server(
                or(host, now.host()),
                or(port, now.port()),
                or(database, now.database()),
                or(username, now.username()),
                or(password, present));
    }

    public Limits limits(Limits now) {
        return new Limits(
                or(poolMin, now.poolMin()),
                or(poolMax, now.poolMax()),
                maxTenants == null ? now.maxTenants() : maxTenants,
                maxBytes == null ? now.maxBytes() : maxBytes,
                or(maxFailures, now.maxFailures()));
    }

    private static <T> T or(@Nullable T wanted, T present) {
        return wanted == null ? present : wanted;
    }
}
