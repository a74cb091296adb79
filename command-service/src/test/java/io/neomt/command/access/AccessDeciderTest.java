package io.neomt.command.access;

import static io.neomt.command.SomeTenancy.NOW;
import static io.neomt.command.SomeTenancy.UNTIL_NOW;
import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.access.AccessCommand.GrantAccess;
import io.neomt.command.access.AccessCommand.RevokeAccess;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.event.AccessEvent;
import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.AccessGrantId;
import io.neomt.event.Cause;
import io.neomt.event.Event;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.testkit.DeciderSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessDeciderTest {

    private static final AccessGrantId ACCESS = new AccessGrantId(Answers.id(1));
    private static final TenantId OPENED = new TenantId(Answers.id(2));
    private static final TenantId HOME = new TenantId(Answers.id(3));
    private static final UserId ANN = new UserId(Answers.id(4));
    private static final Permission READ = grant("users.read.tenant");
    private static final AccessGranted GRANTED = new AccessGranted(ACCESS, HOME, ANN, READ);

    private final SomeTenancy tenancy = new SomeTenancy().user(ANN, Map.of());
    private final DeciderSpecification<AccessState, AccessCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new AccessState.Absent(),
                    (state, command) -> Answers.of(AccessDecider.decide(state, command, tenancy, SomeTenancy.FREE)),
                    (state, event) -> AccessDecider.evolve((AccessEvent) event));

    @Test
    void aUserOfAnotherTenantIsLetInOnce() {
        GrantAccess command = new GrantAccess(ACCESS, OPENED, HOME, ANN, READ);
        spec.given().when(command).then(GRANTED);
        spec.given(GRANTED).when(command).thenRejected(AccessRejection.ACCESS_GRANT_EXISTS);
        spec.given(GRANTED, new AccessRevoked(ACCESS)).when(command).thenRejected(AccessRejection.ACCESS_GRANT_EXISTS);
    }

    @Test
    void nobodyIsLetInAtHomeOrWithoutBeingThere() {
        spec.given()
                .when(new GrantAccess(ACCESS, OPENED, OPENED, ANN, READ))
                .thenRejected(AccessRejection.ACCESS_AT_HOME);
        spec.given()
                .when(new GrantAccess(ACCESS, OPENED, HOME, new UserId(Answers.id(9)), READ))
                .thenRejected(GivingRejection.UNKNOWN_USER);
        spec.given()
                .when(new GrantAccess(ACCESS, OPENED, HOME, ANN, on(UNTIL_NOW, READ)))
                .thenRejected(GivingRejection.INVALID_WINDOW);
    }

    @Test
    void accessIsRevokedOnce() {
        RevokeAccess command = new RevokeAccess(ACCESS);
        spec.given(GRANTED).when(command).then(new AccessRevoked(ACCESS));
        spec.given(GRANTED, new AccessRevoked(ACCESS)).when(command).thenNothing();
        spec.given().when(command).thenRejected(AccessRejection.ACCESS_GRANT_NOT_FOUND);
    }

    @Test
    void accessThatIsOverIsRecorded() {
        AccessState over = AccessDecider.evolve(new AccessGranted(ACCESS, HOME, ANN, on(UNTIL_NOW, READ)));
        assertThat(over.due()).contains(NOW);
        assertThat(AccessDecider.expire(over, NOW))
                .isEqualTo(Decision.accept(new AccessRevoked(ACCESS, Cause.EXPIRED)));
        assertThat(AccessDecider.expire(over, NOW.minusMillis(1))).isEqualTo(Decision.nothingToDo());
        assertThat(AccessDecider.expire(new AccessState.Revoked(ACCESS), NOW)).isEqualTo(Decision.nothingToDo());
    }
}
