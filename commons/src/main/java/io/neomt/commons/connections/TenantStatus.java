package io.neomt.commons.connections;

import java.util.Locale;

/** How far a tenant's life has come. Only an active tenant may be used. */
public enum TenantStatus {
    /** Asked for; nothing of it exists yet. */
    REQUESTED,
    /** Being made. */
    PROVISIONING,
    /** It could not be made; may be tried again or deleted. */
    FAILED,
    /** Its schema exists and its users and roles can be changed. */
    ACTIVE,
    /** Nobody may do anything in it, until it is resumed. */
    SUSPENDED,
    /** Being taken out of use. */
    DEPROVISIONING,
    /** Out of use; can be restored for a while. */
    DELETED,
    /** Nothing is left of it. */
    PURGED;

    /** @throws IllegalArgumentException when a newer release has written a status unknown here */
    static TenantStatus ofColumn(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
