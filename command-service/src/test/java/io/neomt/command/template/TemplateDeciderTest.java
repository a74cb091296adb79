package io.neomt.command.template;

import static io.neomt.command.SomeTenancy.UNTIL_NOW;
import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.template.TemplateCommand.DefineTemplate;
import io.neomt.command.template.TemplateCommand.RemoveTemplate;
import io.neomt.event.Event;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.permission.Permission;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateDeciderTest {

    private static final List<Permission> PERMISSIONS = List.of(grant("invoices.approve.team"));
    private static final RoleTemplateDefined DEFINED = new RoleTemplateDefined("approver", "Approves", PERMISSIONS);

    private final DeciderSpecification<TemplateState, TemplateCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new TemplateState.Absent(),
                    (state, command) -> Answers.of(TemplateDecider.decide(state, command, SomeTenancy.FREE)),
                    (state, event) -> TemplateDecider.evolve((TemplateEvent) event));

    @Test
    void aTemplateIsDefinedAndDefinedOtherwise() {
        DefineTemplate command = new DefineTemplate("approver", "Approves", PERMISSIONS);
        spec.given().when(command).then(DEFINED);
        spec.given().when(command).thenAgainNothing(command);
        spec.given(DEFINED)
                .when(new DefineTemplate("approver", "", List.of()))
                .then(new RoleTemplateDefined("approver", "", List.of()));
    }

    @Test
    void aTemplateHoldsNothingThatIsOver() {
        spec.given()
                .when(new DefineTemplate("approver", "", List.of(on(UNTIL_NOW, PERMISSIONS.getFirst()))))
                .thenRejected(GivingRejection.INVALID_WINDOW);
    }

    @Test
    void aTemplateIsRemovedOnceAndMayComeBack() {
        RemoveTemplate command = new RemoveTemplate("approver");
        spec.given(DEFINED).when(command).then(new RoleTemplateRemoved("approver"));
        spec.given(DEFINED, new RoleTemplateRemoved("approver"))
                .when(command)
                .thenRejected(TemplateRejection.ROLE_TEMPLATE_NOT_FOUND);
        spec.given(DEFINED, new RoleTemplateRemoved("approver"))
                .when(new DefineTemplate("approver", "Approves", PERMISSIONS))
                .then(DEFINED);
    }
}
