package io.neomt.provisioning.registry;

import io.neomt.view.Region;
import org.jspecify.annotations.Nullable;

/**
 * A server of a cluster as its last check saw it.
 *
 * @param facts null before the first check that succeeded
 */
public record Member(
        String name,
        ConnectionType type,
        Region region,
        Health health,
        @Nullable ServerFacts facts) {}
