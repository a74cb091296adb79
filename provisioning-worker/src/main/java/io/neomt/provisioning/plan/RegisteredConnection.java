package io.neomt.provisioning.plan;

/**
 * A row of {@code admin.database_connections} with the region it lies in.
 *
 * @param primary whether tenants' rows can be written there
 * @param active whether it is used
 * @param draining whether no further tenant comes
 * @param room how much it may hold, and holds
 */
public record RegisteredConnection(
        String name,
        String region,
        boolean regionActive,
        boolean primary,
        boolean active,
        boolean healthy,
        boolean draining,
        Room room) {

    /** One for many tenants, without bounds. */
    public RegisteredConnection(
            String name, String region, boolean regionActive, boolean primary, boolean active, boolean healthy) {
        this(name, region, regionActive, primary, active, healthy, false, Room.WIDE);
    }
}
