package io.neomt.command.tenant;

import io.neomt.command.Answers;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Slug;
import io.neomt.command.tenant.TenantCommand.ActivateTenant;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantId;
import io.neomt.testkit.DeciderSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantDeciderTest {

    private static final TenantId TENANT = new TenantId(Answers.id(1));
    private static final OrganizationId KNOWN = new OrganizationId(Answers.id(2));
    private static final OrganizationId UNKNOWN = new OrganizationId(Answers.id(3));
    private static final TenantRequested REQUESTED = requested(TENANT, "north-wind", "tenant_north_wind", KNOWN);
    private static final TenantActivated ACTIVATED = new TenantActivated(TENANT, "main", "1");

    private final DeciderSpecification<TenantState, TenantCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new TenantState.Absent(),
                    (state, command) -> Answers.of(TenantDecider.decide(state, command, new Surroundings())),
                    (state, event) -> TenantDecider.evolve(state, (TenantEvent) event));

    private static final class Surroundings implements TenantSurroundings {
        @Override
        public boolean organizationExists(OrganizationId id) {
            return id.equals(KNOWN);
        }

        @Override
        public boolean connectionExists(String connectionName) {
            return connectionName.equals("main") || connectionName.equals("other");
        }
    }

    @Test
    void aTenantIsRequestedAndItsSchemaNamedAfterItsSlug() {
        spec.given().when(request(TENANT, "north-wind", KNOWN)).then(REQUESTED);
    }

    @Test
    void aTenantNeedsNoOrganization() {
        spec.given().when(request(TENANT, "lone", null)).then(requested(TENANT, "lone", "tenant_lone", null));
    }

    @Test
    void anUnknownOrganizationIsRefused() {
        spec.given().when(request(TENANT, "lost", UNKNOWN)).thenRejected(TenantRejection.UNKNOWN_ORGANIZATION);
    }

    @Test
    void aReservedSlugIsForThePlatformOnly() {
        spec.given().when(request(TENANT, "platform", null)).thenRejected(CommonRejection.SLUG_RESERVED);
        spec.given()
                .when(request(TenantId.PLATFORM, "platform", null))
                .then(requested(TenantId.PLATFORM, "platform", "tenant_platform", null));
    }

    @Test
    void anIdIsUsedOnce() {
        spec.given(REQUESTED).when(request(TENANT, "again", null)).thenRejected(TenantRejection.TENANT_EXISTS);
    }

    @Test
    void aRequestedTenantIsActivated() {
        spec.given(REQUESTED).when(activate("main", "1")).then(ACTIVATED);
    }

    @Test
    void activatingAgainChangesNothing() {
        spec.given(REQUESTED, ACTIVATED).when(activate("main", "1")).thenNothing();
    }

    @Test
    void anActiveTenantStaysWhereItIs() {
        spec.given(REQUESTED, ACTIVATED)
                .when(activate("other", "1"))
                .thenRejected(TenantRejection.TENANT_ALREADY_ACTIVE);
    }

    @Test
    void anUnknownConnectionIsRefused() {
        spec.given(REQUESTED).when(activate("nowhere", "1")).thenRejected(TenantRejection.UNKNOWN_CONNECTION);
    }

    @Test
    void whatWasNotRequestedIsNotActivated() {
        spec.given().when(activate("main", "1")).thenRejected(CommonRejection.TENANT_NOT_FOUND);
    }

    private static RequestTenant request(TenantId id, String slug, @Nullable OrganizationId organization) {
        return new RequestTenant(id, "Name", new Slug(slug), organization, "local", DeploymentType.SCHEMA);
    }

    private static ActivateTenant activate(String connection, String version) {
        return new ActivateTenant(TENANT, connection, version);
    }

    private static TenantRequested requested(
            TenantId id, String slug, String schema, @Nullable OrganizationId organization) {
        return new TenantRequested(id, "Name", slug, organization, "local", DeploymentType.SCHEMA, schema, true);
    }
}
