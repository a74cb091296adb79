package io.neomt.provisioning.plan;

import java.util.Locale;

/** One thing to do for a tenant. Each may be repeated without harm, so that a crash between two only costs time. */
public enum Step {
    /** Decides where it lies. */
    PLACE,
    /** A database of its own. */
    CREATE_DATABASE,
    /** Its schema with all tables, and the role that may use it. */
    CREATE_SCHEMA,
    /** Its realm at the identity provider, with its clients and its first administrator. */
    REALM,
    /** Its system roles and its first administrator are made, and whoever may use it can. */
    ACTIVATE,
    /** Nobody signs in any more. */
    CLOSE_REALM,
    /** Schema, role and database are gone. */
    DROP_SCHEMA,
    /** No key of it is in the cache. */
    CLEAR_CACHE,
    /** Its realm is gone. */
    DROP_REALM;

    /** The name in events and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
