package io.neomt.provisioning.registry;

/** Whom a database is for. */
public enum Purpose {
    /** Many tenants, with a schema or a database each. */
    SHARED,
    /** One tenant that wants a server of its own. */
    DEDICATED
}
