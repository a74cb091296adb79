package io.neomt.event;

/** Where a tenant's rows live. */
public enum DeploymentType {
    /** A schema of its own in a shared regional database. */
    SCHEMA,
    /** A database of its own on a shared server. */
    DATABASE,
    /** A server of its own. */
    DEDICATED
}
