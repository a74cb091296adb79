package io.neomt.projection.web;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.store.ParkedTenants;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A projection of a tenant that stands before an event.
 *
 * @param tenant its slug; null for one that is gone
 * @param position of the event; null when no event is to blame
 * @param attempts how often it failed there
 */
record ParkedTenant(
        TenantId tenantId,
        @Nullable String tenant,
        String projection,
        @Nullable Long position,
        @Nullable UUID eventId,
        @Nullable String eventType,
        String reason,
        Instant since,
        int attempts,
        Instant triedAt) {

    static ParkedTenant of(ParkedTenants.Row row, @Nullable String slug) {
        @Nullable Position position = row.parked().position();
        return new ParkedTenant(
                row.parked().tenant(),
                slug,
                row.parked().projection(),
                position == null ? null : position.value(),
                row.parked().eventId(),
                row.parked().eventType(),
                row.parked().reason(),
                row.since(),
                row.attempts(),
                row.triedAt());
    }
}
