package io.neomt.command.catalogue;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.catalogue.CatalogueCommand.DefinePermission;
import io.neomt.command.catalogue.CatalogueCommand.WithdrawPermission;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.event.Event;
import io.neomt.event.TenantId;
import io.neomt.permission.ResourceAction;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueDeciderTest {

    private static final TenantId TENANT = new TenantId(Answers.id(1));
    private static final ResourceAction CODE = ResourceAction.parse("invoices.approve");
    private static final ResourceAction OURS = ResourceAction.parse("users.read");
    private static final PermissionDefined DEFINED = new PermissionDefined(CODE, "Approve", "invoice");

    private final DeciderSpecification<CatalogueState, CatalogueCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    CatalogueState.EMPTY,
                    (state, command) -> Answers.of(CatalogueDecider.decide(state, command)),
                    (state, event) -> CatalogueDecider.evolve(state, (CatalogueEvent) event, 1));

    @Test
    void aCodeIsDefinedAndDefinedOtherwise() {
        DefinePermission command = new DefinePermission(TENANT, CODE, "Approve", "invoice");
        spec.given().when(command).then(DEFINED);
        spec.given().when(command).thenAgainNothing(command);
        spec.given(DEFINED)
                .when(new DefinePermission(TENANT, CODE, "", null))
                .then(new PermissionDefined(CODE, "", null));
    }

    @Test
    void aCodeIsWithdrawnOnce() {
        WithdrawPermission command = new WithdrawPermission(TENANT, CODE);
        spec.given(DEFINED).when(command).then(new PermissionWithdrawn(CODE));
        spec.given(DEFINED, new PermissionWithdrawn(CODE))
                .when(command)
                .thenRejected(CatalogueRejection.PERMISSION_NOT_FOUND);
    }

    @Test
    void thePlatformsOwnCodesStayAsTheyAre() {
        spec.given()
                .when(new DefinePermission(TENANT, OURS, "", null))
                .thenRejected(CatalogueRejection.SYSTEM_PERMISSION);
        spec.given().when(new WithdrawPermission(TENANT, OURS)).thenRejected(CatalogueRejection.SYSTEM_PERMISSION);
    }

    @Test
    void aFullCatalogueTakesNoMoreButChangesStill() {
        List<Event> full = IntStream.range(0, CatalogueDecider.MOST_CODES)
                .<Event>mapToObj(i -> new PermissionDefined(new ResourceAction("r" + i, "read"), "", null))
                .toList();
        spec.given(full)
                .when(new DefinePermission(TENANT, CODE, "", null))
                .thenRejected(CatalogueRejection.CATALOGUE_FULL);
        ResourceAction known = new ResourceAction("r0", "read");
        spec.given(full)
                .when(new DefinePermission(TENANT, known, "new", null))
                .then(new PermissionDefined(known, "new", null));
    }

    @Test
    void aKindOfResourceIsAName() {
        assertThatThrownBy(() -> new DefinePermission(TENANT, CODE, "", "In Voice"))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("resource_type");
    }
}
