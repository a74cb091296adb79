package io.neomt.command.relay;

import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Set;

/**
 * What has not been published yet.
 *
 * @param tenants those with events to publish
 * @param events how many events
 * @param age of the oldest of them; zero when there are none
 */
public record Lag(Set<TenantId> tenants, long events, Duration age) {

    public static final Lag NONE = new Lag(Set.of(), 0, Duration.ZERO);

    public Lag {
        tenants = Set.copyOf(tenants);
    }
}
