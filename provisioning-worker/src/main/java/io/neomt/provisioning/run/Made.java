package io.neomt.provisioning.run;

/** Where a tenant's schema came from. */
public enum Made {
    /** It was there already, whole or in part, and was completed. */
    FOUND,
    /** Taken from the schemas that were made ahead of time. */
    STOCK,
    /** Made at once from the compiled template. */
    SNAPSHOT,
    /** Made by applying one migration after the other. */
    MIGRATIONS
}
