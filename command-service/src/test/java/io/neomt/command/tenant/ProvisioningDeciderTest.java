package io.neomt.command.tenant;

import static io.neomt.command.tenant.TenantStories.ACTIVATED;
import static io.neomt.command.tenant.TenantStories.DELETED;
import static io.neomt.command.tenant.TenantStories.ENDING;
import static io.neomt.command.tenant.TenantStories.PURGED;
import static io.neomt.command.tenant.TenantStories.PURGING;
import static io.neomt.command.tenant.TenantStories.REQUESTED;
import static io.neomt.command.tenant.TenantStories.SUSPENDED;
import static io.neomt.command.tenant.TenantStories.TENANT;
import static io.neomt.command.tenant.TenantStories.after;
import static io.neomt.command.tenant.TenantStories.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.command.Answers;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.Life.Failure;
import io.neomt.command.tenant.ProvisioningCommand.ConfirmDeprovisioned;
import io.neomt.command.tenant.ProvisioningCommand.ConfirmPurged;
import io.neomt.command.tenant.ProvisioningCommand.Opening;
import io.neomt.command.tenant.ProvisioningCommand.Place;
import io.neomt.command.tenant.ProvisioningCommand.ReportProvisioning;
import io.neomt.command.tenant.ProvisioningCommand.Step;
import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.FirstAdmin;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RolePermissionGranted;
import io.neomt.event.RoleId;
import io.neomt.event.StepOutcome;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeleted;
import io.neomt.event.TenantEvent.TenantPlaced;
import io.neomt.event.TenantEvent.TenantProvisioningAdvanced;
import io.neomt.event.TenantEvent.TenantProvisioningFailed;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProvisioningDeciderTest {

    private static final UserId ADMIN = new UserId(Answers.id(9));
    private static final SystemRole TENANT_ADMIN = role(4, "tenant_admin", "*.*.*");
    private static final SystemRole VIEWER = role(5, "viewer", "*.read.*");
    private static final Place MAIN = new Place("main", "tenant_north_wind", List.of("room for 3"));
    private static final TenantPlaced PLACED =
            new TenantPlaced(TENANT, "main", "tenant_north_wind", List.of("room for 3"));
    private static final Step SCHEMA = new Step("schema", 1, StepOutcome.DONE, 7, null);
    private static final TenantProvisioningAdvanced ADVANCED =
            new TenantProvisioningAdvanced(TENANT, "schema", 1, StepOutcome.DONE, 7, null);
    private static final Failure NO_ROOM = new Failure("place", "no room");
    private static final TenantProvisioningFailed FAILED = new TenantProvisioningFailed(TENANT, "place", "no room");

    private final DeciderSpecification<TenantState, TenantCommand, Event, RejectionCode> spec =
            TenantStories.specification();

    @Test
    void aTenantThatIsMadeInOneGoIsReportedInOneGo() {
        spec.given(REQUESTED)
                .when(report(MAIN, List.of(SCHEMA), null, opening(List.of(VIEWER), null)))
                .then(
                        PLACED,
                        ADVANCED,
                        ACTIVATED,
                        new RoleCreated(VIEWER.id(), "viewer", "Does", true),
                        new RolePermissionGranted(VIEWER.id(), "*.read.*"));
    }

    @Test
    void theFirstAdministratorComesWithTheRoles() {
        spec.given(withAdmin())
                .when(report(null, List.of(), null, opening(List.of(TENANT_ADMIN), "kc-ada")))
                .then(
                        ACTIVATED,
                        new RoleCreated(TENANT_ADMIN.id(), "tenant_admin", "Does", true),
                        new RolePermissionGranted(TENANT_ADMIN.id(), "*.*.*"),
                        new UserCreated(ADMIN, "ada", null, "Ada", "kc-ada"),
                        new RoleAssigned(ADMIN, TENANT_ADMIN.id(), Terms.NONE));
        assertThat(after(withAdmin(), ACTIVATED).status()).isEqualTo(TenantStatus.ACTIVE);
    }

    @Test
    void withoutARealmTheFirstAdministratorIsKnownByTheUserName() {
        spec.given(withAdmin())
                .when(report(null, List.of(), null, opening(List.of(), null)))
                .then(ACTIVATED, new UserCreated(ADMIN, "ada", null, "Ada", "ada"));
    }

    @Test
    void thePlatformHasItsRolesAlready() {
        TenantId platform = TenantId.PLATFORM;
        spec.given(requested(platform, "platform", "tenant_platform", null))
                .when(new ReportProvisioning(platform, null, List.of(), null, opening(List.of(VIEWER), null)))
                .then(new TenantActivated(platform, "main", "1"));
    }

    @Test
    void whateverIsReportedOfATenantPutsItOnItsWay() {
        assertThat(after(REQUESTED).status()).isEqualTo(TenantStatus.REQUESTED);
        assertThat(after(REQUESTED, ADVANCED).status()).isEqualTo(TenantStatus.PROVISIONING);
        assertThat(after(REQUESTED, PLACED).status()).isEqualTo(TenantStatus.PROVISIONING);
        assertThat(after(REQUESTED, PLACED, FAILED).status()).isEqualTo(TenantStatus.FAILED);
        assertThat(after(REQUESTED, PLACED, FAILED).life().placement()).isNull();
    }

    @Test
    void aPlacementIsToldOnceAndMayChangeUntilTheTenantIsActive() {
        ReportProvisioning placed = report(MAIN, List.of(), null, null);
        spec.given(REQUESTED).when(placed).thenAgainNothing(placed);
        spec.given(REQUESTED, PLACED)
                .when(report(new Place("other", null, List.of()), List.of(), null, null))
                .then(new TenantPlaced(TENANT, "other", null, List.of()));
    }

    @Test
    void activatingAgainChangesNothingEvenIfStepsAreToldAgain() {
        spec.given(REQUESTED, ACTIVATED)
                .when(report(null, List.of(SCHEMA), null, opening(List.of(VIEWER), null)))
                .thenNothing();
    }

    @Test
    void anActiveTenantStaysWhereItIsButMayGetARoleOfItsOwn() {
        spec.given(REQUESTED, ACTIVATED)
                .when(report(null, List.of(), null, openingOn("other")))
                .thenRejected(TenantRejection.TENANT_ALREADY_ACTIVE);
        spec.given(REQUESTED, ACTIVATED)
                .when(report(new Place("other", null, List.of()), List.of(), null, null))
                .thenRejected(TenantRejection.TENANT_ALREADY_ACTIVE);
        spec.given(REQUESTED, ACTIVATED)
                .when(report(null, List.of(), NO_ROOM, null))
                .thenRejected(TenantRejection.TENANT_ALREADY_ACTIVE);
        spec.given(REQUESTED, ACTIVATED)
                .when(report(MAIN, List.of(SCHEMA), null, null))
                .then(PLACED, ADVANCED);
        assertThat(after(REQUESTED, ACTIVATED, SUSPENDED, PLACED).status()).isEqualTo(TenantStatus.SUSPENDED);
    }

    @Test
    void aTenantIsActivatedWhereItWasPlacedAndOnAConnectionThatExists() {
        spec.given(REQUESTED, PLACED)
                .when(report(null, List.of(), null, openingOn("other")))
                .thenRejected(TenantRejection.TENANT_ALREADY_ACTIVE);
        spec.given(REQUESTED)
                .when(report(null, List.of(), null, openingOn("nowhere")))
                .thenRejected(TenantRejection.UNKNOWN_CONNECTION);
        spec.given(REQUESTED)
                .when(report(new Place("nowhere", null, List.of()), List.of(), null, null))
                .thenRejected(TenantRejection.UNKNOWN_CONNECTION);
    }

    @Test
    void whatWasNotRequestedIsNotProvisioned() {
        spec.given().when(report(MAIN, List.of(), null, null)).thenRejected(CommonRejection.TENANT_NOT_FOUND);
    }

    @Test
    void aTenantThatCouldNotBeMadeTakesReportsOfWhatIsTakenBackAndNothingElse() {
        spec.given(REQUESTED).when(report(null, List.of(SCHEMA), NO_ROOM, null)).then(ADVANCED, FAILED);
        spec.given(REQUESTED, FAILED)
                .when(report(null, List.of(SCHEMA), NO_ROOM, null))
                .then(ADVANCED);
        spec.given(REQUESTED, FAILED)
                .when(report(MAIN, List.of(), null, null))
                .thenRejected(TenantRejection.WRONG_TENANT_STATUS);
        spec.given(REQUESTED, FAILED)
                .when(report(null, List.of(), null, opening(List.of(), null)))
                .thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void aTenantThatIsDeletedMeanwhileIsNotActivated() {
        ReportProvisioning late = report(null, List.of(SCHEMA), null, opening(List.of(), null));
        spec.given(REQUESTED, ENDING).when(late).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
        spec.given(REQUESTED, ENDING)
                .when(report(null, List.of(SCHEMA), null, null))
                .then(ADVANCED);
        spec.given(REQUESTED, ENDING, DELETED, PURGING, PURGED)
                .when(report(null, List.of(SCHEMA), null, null))
                .thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void whatIsOutOfUseIsDeletedOnce() {
        ConfirmDeprovisioned out = new ConfirmDeprovisioned(TENANT);
        spec.given(REQUESTED, ACTIVATED, ENDING).when(out).then(new TenantDeleted(TENANT, ENDING.purgeAfter()));
        spec.given(REQUESTED, ACTIVATED, ENDING).when(out).thenAgainNothing(out);
        spec.given(REQUESTED, ACTIVATED).when(out).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void onlyWhatIsToBePurgedIsPurged() {
        ConfirmPurged gone = new ConfirmPurged(TENANT, List.of("schema tenant_north_wind"));
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED).when(gone).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
        spec.given(REQUESTED, ACTIVATED, ENDING).when(gone).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING)
                .when(gone)
                .then(new TenantPurged(TENANT, List.of("schema tenant_north_wind")));
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING).when(gone).thenAgainNothing(gone);
    }

    @Test
    void aTenantCannotFailAndGoOnAtOnce() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> report(null, List.of(), NO_ROOM, opening(List.of(), null)));
    }

    private static TenantRequested withAdmin() {
        FirstAdmin ada = new FirstAdmin("ada", null, "Ada");
        return new TenantRequested(
                TENANT, "N", "acme", null, "local", DeploymentType.SCHEMA, "tenant_acme", true, false, ada);
    }

    private static ReportProvisioning report(
            @Nullable Place place, List<Step> steps, @Nullable Failure failure, @Nullable Opening opening) {
        return new ReportProvisioning(TENANT, place, steps, failure, opening);
    }

    private static Opening opening(List<SystemRole> roles, @Nullable String externalId) {
        return new Opening(new Activation("main", "1"), roles, ADMIN, externalId);
    }

    private static Opening openingOn(String connection) {
        return new Opening(new Activation(connection, "1"), List.of(), ADMIN, null);
    }

    private static SystemRole role(int id, String name, String pattern) {
        return new SystemRole(new RoleId(Answers.id(id)), name, "Does", List.of(PermissionPattern.parse(pattern)));
    }
}
