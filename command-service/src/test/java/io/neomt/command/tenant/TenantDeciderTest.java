package io.neomt.command.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.command.kernel.Codes;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Slug;
import io.neomt.command.tenant.TenantCommand.ActivateTenant;
import io.neomt.command.tenant.TenantCommand.ChangeSettings;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleId;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionPattern;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
                    (state, event) -> event instanceof TenantEvent e ? TenantDecider.evolve(state, e) : state);

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

    @Test
    void anActivatedTenantBeginsWithTheRolesOfThePlatformButThePlatformItselfHasThem() {
        SystemRole viewer = new SystemRole(
                new RoleId(Answers.id(4)), "viewer", "Sees", List.of(PermissionPattern.parse("*.read.*")));
        spec.given(REQUESTED)
                .when(new ActivateTenant(TENANT, "main", "1", List.of(viewer)))
                .then(
                        ACTIVATED,
                        new RoleCreated(viewer.id(), "viewer", "Sees", true),
                        new RolePermissionGranted(viewer.id(), "*.read.*"));
        TenantId platform = TenantId.PLATFORM;
        spec.given(requested(platform, "platform", "tenant_platform", null))
                .when(new ActivateTenant(platform, "main", "1", List.of(viewer)))
                .then(new TenantActivated(platform, "main", "1"));
    }

    @Test
    void theRolesThatEveryTenantHasAskOnlyForWhatThePlatformKnows() {
        Codes codes = new Codes(false, Set.of());
        assertThat(SystemRole.ofEveryTenant(UUID::randomUUID))
                .allSatisfy(role -> assertThat(role.permissions()).isNotEmpty().allMatch(codes::know));
    }

    @Test
    void settingsAreChangedOnce() {
        ChangeSettings closed = new ChangeSettings(TENANT, false);
        spec.given(REQUESTED, ACTIVATED).when(closed).then(new TenantSettingsChanged(TENANT, false));
        spec.given(REQUESTED, ACTIVATED).when(closed).thenAgainNothing(closed);
        spec.given().when(closed).thenRejected(CommonRejection.TENANT_NOT_FOUND);
    }

    private static RequestTenant request(TenantId id, String slug, @Nullable OrganizationId organization) {
        return new RequestTenant(id, "Name", new Slug(slug), organization, "local", DeploymentType.SCHEMA, true);
    }

    private static ActivateTenant activate(String connection, String version) {
        return new ActivateTenant(TENANT, connection, version, List.of());
    }

    private static TenantRequested requested(
            TenantId id, String slug, String schema, @Nullable OrganizationId organization) {
        return new TenantRequested(id, "Name", slug, organization, "local", DeploymentType.SCHEMA, schema, true);
    }
}
