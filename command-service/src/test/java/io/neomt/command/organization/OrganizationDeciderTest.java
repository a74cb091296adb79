package io.neomt.command.organization;

import static io.neomt.command.organization.OrganizationRejection.ORGANIZATION_EXISTS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Slug;
import io.neomt.command.organization.OrganizationCommand.CreateOrganization;
import io.neomt.event.Event;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.OrganizationId;
import io.neomt.testkit.DeciderSpecification;
import org.junit.jupiter.api.Test;

class OrganizationDeciderTest {

    private static final OrganizationId ACME = new OrganizationId(Answers.id(1));

    private final DeciderSpecification<OrganizationState, OrganizationCommand, Event, RejectionCode> spec =
            new DeciderSpecification<>(
                    new OrganizationState.Absent(),
                    (state, command) -> Answers.of(OrganizationDecider.decide(state, command)),
                    (state, event) -> OrganizationDecider.evolve(state, (OrganizationEvent) event));

    @Test
    void anOrganizationIsCreated() {
        spec.given().when(create("acme")).then(new OrganizationCreated(ACME, "Acme", "acme"));
    }

    @Test
    void anIdIsUsedOnce() {
        spec.given(new OrganizationCreated(ACME, "Acme", "acme"))
                .when(create("acme"))
                .thenRejected(ORGANIZATION_EXISTS);
    }

    @Test
    void aReservedSlugIsRefused() {
        spec.given().when(create("platform")).thenRejected(CommonRejection.SLUG_RESERVED);
    }

    @Test
    void aBlankNameIsNoCommand() {
        assertThatThrownBy(() -> new CreateOrganization(ACME, " ", new Slug("acme")))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("name");
    }

    private static CreateOrganization create(String slug) {
        return new CreateOrganization(ACME, "Acme", new Slug(slug));
    }
}
