package io.neomt.command.tenant;

import static io.neomt.command.tenant.TenantStories.ACTIVATED;
import static io.neomt.command.tenant.TenantStories.DELETED;
import static io.neomt.command.tenant.TenantStories.ENDING;
import static io.neomt.command.tenant.TenantStories.LATER;
import static io.neomt.command.tenant.TenantStories.PURGED;
import static io.neomt.command.tenant.TenantStories.PURGING;
import static io.neomt.command.tenant.TenantStories.REQUESTED;
import static io.neomt.command.tenant.TenantStories.SUSPENDED;
import static io.neomt.command.tenant.TenantStories.TENANT;
import static io.neomt.command.tenant.TenantStories.after;
import static io.neomt.command.tenant.TenantStories.requested;
import static io.neomt.command.tenant.TenantStories.specification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.tenant.LifeCommand.DeleteTenant;
import io.neomt.command.tenant.LifeCommand.PurgeTenant;
import io.neomt.command.tenant.LifeCommand.RestoreTenant;
import io.neomt.command.tenant.LifeCommand.ResumeTenant;
import io.neomt.command.tenant.LifeCommand.RetryProvisioning;
import io.neomt.command.tenant.LifeCommand.SuspendTenant;
import io.neomt.event.Event;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantPlaced;
import io.neomt.event.TenantEvent.TenantProvisioningFailed;
import io.neomt.event.TenantEvent.TenantProvisioningRetried;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantRestored;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantId;
import io.neomt.testkit.DeciderSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeDeciderTest {

    private static final TenantProvisioningFailed FAILED = new TenantProvisioningFailed(TENANT, "schema", "no room");
    private static final SuspendTenant SUSPEND = new SuspendTenant(TENANT, "unpaid");
    private static final ResumeTenant RESUME = new ResumeTenant(TENANT);
    private static final DeleteTenant DELETE = new DeleteTenant(TENANT, Duration.ofHours(1));
    private static final RestoreTenant RESTORE = new RestoreTenant(TENANT);
    private static final PurgeTenant PURGE = new PurgeTenant(TENANT);
    private static final RetryProvisioning RETRY = new RetryProvisioning(TENANT);
    private static final TenantRestored RESTORED = new TenantRestored(TENANT);

    private final DeciderSpecification<TenantState, TenantCommand, Event, RejectionCode> spec = specification();

    @Test
    void anActiveTenantIsSuspendedAndResumed() {
        spec.given(REQUESTED, ACTIVATED).when(SUSPEND).then(new TenantSuspended(TENANT, "unpaid"));
        spec.given(REQUESTED, ACTIVATED).when(SUSPEND).thenAgainNothing(SUSPEND);
        spec.given(REQUESTED, ACTIVATED, SUSPENDED).when(RESUME).then(new TenantResumed(TENANT));
        spec.given(REQUESTED, ACTIVATED, SUSPENDED).when(RESUME).thenAgainNothing(RESUME);
    }

    @Test
    void aTenantIsDeletedFromWhereverItIsAndOnlyOnce() {
        List<List<Event>> stories = List.of(
                List.of(REQUESTED),
                List.of(REQUESTED, new TenantPlaced(TENANT, "main", null, List.of())),
                List.of(REQUESTED, FAILED),
                List.of(REQUESTED, ACTIVATED),
                List.of(REQUESTED, ACTIVATED, SUSPENDED));
        for (List<Event> story : stories) {
            spec.given(story).when(DELETE).then(new TenantDeletionRequested(TENANT, LATER));
            spec.given(story).when(DELETE).thenAgainNothing(DELETE);
        }
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED).when(DELETE).thenNothing();
    }

    @Test
    void aDeletedTenantIsRestoredToWhatItWas() {
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED).when(RESTORE).then(RESTORED);
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED).when(RESTORE).thenAgainNothing(RESTORE);
        assertThat(statusAfter(REQUESTED, ACTIVATED, ENDING, DELETED, RESTORED)).isEqualTo(TenantStatus.ACTIVE);
        assertThat(statusAfter(REQUESTED, ACTIVATED, SUSPENDED, ENDING, DELETED, RESTORED))
                .isEqualTo(TenantStatus.SUSPENDED);
        assertThat(statusAfter(REQUESTED, FAILED, ENDING, DELETED, RESTORED)).isEqualTo(TenantStatus.REQUESTED);
    }

    @Test
    void whatIsBeingPurgedIsNotRestored() {
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING)
                .when(RESTORE)
                .thenRejected(TenantRejection.RESTORE_TIME_OVER);
        specification(LATER)
                .given(REQUESTED, ACTIVATED, ENDING, DELETED)
                .when(RESTORE)
                .thenRejected(TenantRejection.RESTORE_TIME_OVER);
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING, PURGED)
                .when(RESTORE)
                .thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void onlyADeletedTenantIsPurged() {
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED).when(PURGE).then(PURGING);
        spec.given(REQUESTED, ACTIVATED, ENDING, DELETED).when(PURGE).thenAgainNothing(PURGE);
        spec.given(REQUESTED, ACTIVATED).when(PURGE).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
        spec.given(REQUESTED, ACTIVATED, ENDING).when(PURGE).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void aDeletedTenantIsPurgedByItselfWhenItsTimeIsOver() {
        TenantState deleted = after(REQUESTED, ACTIVATED, ENDING, DELETED);
        assertThat(deleted.due()).contains(LATER);
        assertThat(TenantDecider.expire(deleted, LATER.minusMillis(1))).isEqualTo(Decision.nothingToDo());
        assertThat(TenantDecider.expire(deleted, LATER)).isEqualTo(Decision.accept(new TenantPurgeRequested(TENANT)));
        assertThat(after(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING).due()).isEmpty();
        assertThat(after(REQUESTED, ACTIVATED, ENDING, DELETED, RESTORED).due()).isEmpty();
        assertThat(after(REQUESTED, ACTIVATED, ENDING).due()).isEmpty();
    }

    @Test
    void onlyWhatFailedIsTriedAgain() {
        spec.given(REQUESTED, FAILED).when(RETRY).then(new TenantProvisioningRetried(TENANT));
        spec.given(REQUESTED, FAILED).when(RETRY).thenAgainNothing(RETRY);
        spec.given(REQUESTED, ACTIVATED).when(RETRY).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void nothingBringsAPurgedTenantBack() {
        List<Event> end = List.of(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING, PURGED);
        List.of(SUSPEND, RESUME, RESTORE, RETRY)
                .forEach(command -> spec.given(end).when(command).thenRejected(TenantRejection.WRONG_TENANT_STATUS));
        assertThat(after(REQUESTED, ACTIVATED, ENDING, DELETED, PURGING, PURGED).names())
                .isEqualTo(after(REQUESTED).names());
    }

    @Test
    void whatIsNotActiveIsNotSuspended() {
        spec.given(REQUESTED).when(SUSPEND).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
        spec.given(REQUESTED, ACTIVATED, ENDING).when(RESUME).thenRejected(TenantRejection.WRONG_TENANT_STATUS);
    }

    @Test
    void thePlatformIsNeitherSuspendedNorDeleted() {
        TenantEvent platform = requested(TenantId.PLATFORM, "platform", "tenant_platform", null);
        spec.given(platform)
                .when(new SuspendTenant(TenantId.PLATFORM, "x"))
                .thenRejected(TenantRejection.PLATFORM_TENANT);
        spec.given(platform)
                .when(new DeleteTenant(TenantId.PLATFORM, Duration.ZERO))
                .thenRejected(TenantRejection.PLATFORM_TENANT);
    }

    @Test
    void aTimeInThePastOrFarAwayIsRefused() {
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new DeleteTenant(TENANT, Duration.ofMillis(-1)));
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new DeleteTenant(TENANT, Duration.ofDays(4000)));
        assertThat(new DeleteTenant(TENANT, Duration.ZERO).purgeAfter()).isZero();
    }

    private static TenantStatus statusAfter(TenantEvent... events) {
        return after(events).status();
    }
}
