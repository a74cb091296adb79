package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;
import java.util.Map;

/**
 * What is left of a rebuild.
 *
 * @param replaced whether it is what was replaced, else what was made and is not used
 */
public record Sweep(long rebuild, String view, boolean replaced, Map<TenantId, Integer> generations) {

    public Sweep {
        generations = Map.copyOf(generations);
    }
}
