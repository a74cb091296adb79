package io.neomt.command.tenant;

import io.neomt.command.Answers;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Slug;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeleted;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantId;
import io.neomt.testkit.DeciderSpecification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tenants have been through, in a platform with one organization, one region and two connections. */
final class TenantStories {

    static final TenantId TENANT = new TenantId(Answers.id(1));
    static final OrganizationId KNOWN = new OrganizationId(Answers.id(2));
    static final OrganizationId UNKNOWN = new OrganizationId(Answers.id(3));
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant LATER = NOW.plusSeconds(3600);

    static final TenantRequested REQUESTED = requested(TENANT, "north-wind", "tenant_north_wind", KNOWN);
    static final TenantActivated ACTIVATED = new TenantActivated(TENANT, "main", "1");
    static final TenantSuspended SUSPENDED = new TenantSuspended(TENANT, "unpaid");
    static final TenantDeletionRequested ENDING = new TenantDeletionRequested(TENANT, LATER);
    static final TenantDeleted DELETED = new TenantDeleted(TENANT, LATER);
    static final TenantPurgeRequested PURGING = new TenantPurgeRequested(TENANT);
    static final TenantPurged PURGED = new TenantPurged(TENANT, List.of());

    private TenantStories() {}

    static DeciderSpecification<TenantState, TenantCommand, Event, RejectionCode> specification() {
        return specification(NOW);
    }

    static DeciderSpecification<TenantState, TenantCommand, Event, RejectionCode> specification(Instant now) {
        return new DeciderSpecification<>(
                new TenantState.Absent(),
                (state, command) -> Answers.of(TenantDecider.decide(state, command, new Surroundings(), now)),
                (state, event) -> event instanceof TenantEvent e ? TenantChanges.evolve(state, e) : state);
    }

    static TenantState.Existing after(TenantEvent... events) {
        TenantState state = new TenantState.Absent();
        for (TenantEvent event : events) {
            state = TenantChanges.evolve(state, event);
        }
        return (TenantState.Existing) state;
    }

    private static final class Surroundings implements TenantSurroundings {
        @Override
        public boolean organizationExists(OrganizationId id) {
            return id.equals(KNOWN);
        }

        @Override
        public boolean regionExists(String code) {
            return code.equals("local");
        }

        @Override
        public boolean connectionExists(String connectionName) {
            return connectionName.equals("main") || connectionName.equals("other");
        }
    }

    static RequestTenant request(TenantId id, String slug, @Nullable OrganizationId organization) {
        return new RequestTenant(id, "Name", new Slug(slug), organization, "local", DeploymentType.SCHEMA, true);
    }

    static TenantRequested requested(TenantId id, String slug, String schema, @Nullable OrganizationId organization) {
        return new TenantRequested(id, "Name", slug, organization, "local", DeploymentType.SCHEMA, schema, true);
    }
}
