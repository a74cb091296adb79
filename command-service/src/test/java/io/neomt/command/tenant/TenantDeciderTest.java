package io.neomt.command.tenant;

import static io.neomt.command.tenant.TenantStories.ACTIVATED;
import static io.neomt.command.tenant.TenantStories.KNOWN;
import static io.neomt.command.tenant.TenantStories.REQUESTED;
import static io.neomt.command.tenant.TenantStories.TENANT;
import static io.neomt.command.tenant.TenantStories.UNKNOWN;
import static io.neomt.command.tenant.TenantStories.request;
import static io.neomt.command.tenant.TenantStories.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.command.kernel.Codes;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Slug;
import io.neomt.command.tenant.LifeCommand.UpdateTenant;
import io.neomt.command.tenant.TenantCommand.ChangeSettings;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.FirstAdmin;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantEvent.TenantUpdated;
import io.neomt.event.TenantId;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TenantDeciderTest {

    private final DeciderSpecification<TenantState, TenantCommand, Event, RejectionCode> spec =
            TenantStories.specification();

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
    void anUnknownRegionIsRefusedExceptToThePlatformWhichBeginsBeforeThereAreAny() {
        spec.given().when(in("nowhere", TENANT, "lost")).thenRejected(TenantRejection.UNKNOWN_REGION);
        TenantId platform = TenantId.PLATFORM;
        spec.given()
                .when(in("nowhere", platform, "platform"))
                .then(new TenantRequested(
                        platform, "Name", "platform", null, "nowhere", DeploymentType.SCHEMA, "tenant_platform", true));
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
    void aRealmAndAFirstAdministratorAreAskedForWithTheTenant() {
        FirstAdmin ada = new FirstAdmin("ada", "ada@acme.example", "Ada");
        spec.given()
                .when(new RequestTenant(
                        TENANT, "Name", new Slug("acme"), null, "local", DeploymentType.DATABASE, true, true, ada))
                .then(new TenantRequested(
                        TENANT,
                        "Name",
                        "acme",
                        null,
                        "local",
                        DeploymentType.DATABASE,
                        "tenant_acme",
                        true,
                        true,
                        ada));
    }

    @Test
    void aFirstAdministratorNeedsAUserName() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new RequestTenant(
                        TENANT,
                        "Name",
                        new Slug("acme"),
                        null,
                        "local",
                        DeploymentType.SCHEMA,
                        true,
                        false,
                        new FirstAdmin("a b", null, "Ada")))
                .matches(e -> e.field().equals("first_admin.username"));
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

    @Test
    void nameAndContactsAreChangedTogether() {
        List<TenantContact> contacts = List.of(new TenantContact("billing", "Bob", null));
        UpdateTenant update = new UpdateTenant(TENANT, "New", contacts);
        spec.given(REQUESTED).when(update).then(new TenantUpdated(TENANT, "New", contacts));
        spec.given(REQUESTED).when(update).thenAgainNothing(update);
        spec.given().when(update).thenRejected(CommonRejection.TENANT_NOT_FOUND);
    }

    private static RequestTenant in(String region, TenantId id, String slug) {
        return new RequestTenant(id, "Name", new Slug(slug), null, region, DeploymentType.SCHEMA, true);
    }
}
