package io.neomt.commons.consistency;

import io.neomt.event.Position;
import io.neomt.event.TenantId;

/**
 * Says how much of a tenant's log an answer must have seen.
 *
 * @param position the answer comes from this position or a later one
 * @param epoch of the event store; a restored store has a higher one, and older tokens mean nothing there
 */
public record ConsistencyToken(TenantId tenantId, Position position, int epoch) {

    /** The header that carries the signed token, in answers to writes and in reads. */
    public static final String HEADER = "Consistency-Token";
}
