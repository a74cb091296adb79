package io.neomt.command.tenant;

import java.util.Locale;

/** Only an active tenant may be used; in every other status all is denied. */
public enum TenantStatus {
    /** Asked for; nothing of it exists yet. */
    REQUESTED,
    /** Being made. */
    PROVISIONING,
    /** It could not be made; may be tried again or deleted. */
    FAILED,
    ACTIVE,
    /** Nobody may do anything in it until it is resumed. */
    SUSPENDED,
    /** Being taken out of use. */
    DEPROVISIONING,
    /** Out of use; can be restored for a while. */
    DELETED,
    /** Nothing is left of it. */
    PURGED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is on its way to being active. */
    public boolean coming() {
        return this == REQUESTED || this == PROVISIONING || this == FAILED;
    }
}
