package io.neomt.provisioning.registry;

import org.jspecify.annotations.Nullable;

/**
 * What a server tells about itself.
 *
 * @param version as PostgreSQL numbers it: 170002 is 17.2
 * @param systemIdentifier the same on all servers that hold the same
 * @param timeline rises with each promotion; 0 where it is not known
 * @param inRecovery whether it only follows another server
 * @param replayLagMillis how far it is behind; null on a server that follows none, or does not know
 * @param bytes of the database
 * @param incarnation another one after each start and each crash; null where that is not known
 * @param canCreateSchemas whether tenants' schemas can be made in the database
 */
public record ServerFacts(
        int version,
        String systemIdentifier,
        long timeline,
        boolean inRecovery,
        @Nullable Long replayLagMillis,
        long bytes,
        @Nullable String incarnation,
        boolean canCreateSchemas,
        boolean canCreateDatabases) {

    /** The oldest version that the platform works with. */
    public static final int OLDEST = 170_000;
}
