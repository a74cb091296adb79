package io.neomt.command.expiry;

import io.neomt.command.kernel.Subject;
import io.neomt.event.TenantId;
import java.time.Instant;

/**
 * A subject of which something is over.
 *
 * @param at since when
 */
public record Due(TenantId tenant, Subject subject, Instant at) {}
