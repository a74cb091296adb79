package io.neomt.command.user;

import io.neomt.command.kernel.Name;

/** Whom a tenant knows. */
public interface Acquaintance {

    /** Whether the realm's id is that of a user, whatever their status, or was that of one who is deleted. */
    boolean isKnown(String externalId);

    boolean isFree(Name name);
}
