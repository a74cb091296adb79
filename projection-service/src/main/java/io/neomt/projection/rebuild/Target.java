package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;

/**
 * One tenant's view.
 *
 * @param previous the generation whose place was taken; 0 for none yet
 */
public record Target(TenantId tenant, int previous) {}
