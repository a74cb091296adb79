package io.neomt.event;

/** Where a tenant's rows live. */
public enum DeploymentType {
    /** A schema of its own in a shared regional database. */
    SCHEMA
}
