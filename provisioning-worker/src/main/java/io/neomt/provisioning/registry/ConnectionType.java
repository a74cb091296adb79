package io.neomt.provisioning.registry;

/** What a database is there for. */
public enum ConnectionType {
    /** Tenants' rows are written here. */
    PRIMARY,
    /** Follows a primary of its cluster; for reads, and its successor. */
    REPLICA,
    ANALYTICS,
    BACKUP
}
