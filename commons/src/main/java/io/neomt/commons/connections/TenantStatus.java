package io.neomt.commons.connections;

import java.util.Locale;

/** How far a tenant's life has come. */
public enum TenantStatus {
    /** Asked for; its schema may not exist yet. */
    REQUESTED,
    /** Its schema exists and its users and roles can be changed. */
    ACTIVE,
    /** Nobody may do anything in it, until it is resumed. */
    SUSPENDED,
    /** Nobody may do anything in it any more. */
    DELETED;

    /** @throws IllegalArgumentException when a newer release has written a status unknown here */
    static TenantStatus ofColumn(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
