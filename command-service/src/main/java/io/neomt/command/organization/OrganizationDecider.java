package io.neomt.command.organization;

import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.organization.OrganizationCommand.CreateOrganization;
import io.neomt.command.organization.OrganizationState.Absent;
import io.neomt.command.organization.OrganizationState.Existing;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import java.util.Map;

/** The rules of organizations. */
public final class OrganizationDecider {

    private OrganizationDecider() {}

    public static Decision decide(OrganizationState state, OrganizationCommand command) {
        return switch (state) {
            case Absent _ -> whenAbsent(command);
            case Existing existing ->
                Decision.reject(
                        OrganizationRejection.ORGANIZATION_EXISTS,
                        "There is already an organization with the id " + existing.id() + ".",
                        Map.of());
        };
    }

    private static Decision whenAbsent(OrganizationCommand command) {
        return switch (command) {
            case CreateOrganization c -> create(c);
        };
    }

    private static Decision create(CreateOrganization c) {
        if (c.slug().reserved()) {
            return Decision.reject(
                    CommonRejection.SLUG_RESERVED,
                    "The slug '" + c.slug() + "' is reserved; choose another.",
                    Map.of("field", "slug"));
        }
        return Decision.accept(
                new OrganizationCreated(c.organizationId(), c.name(), c.slug().value()));
    }

    public static OrganizationState evolve(OrganizationState state, OrganizationEvent event) {
        return switch (event) {
            case OrganizationCreated e -> new Existing(e.organizationId(), e.name(), e.slug());
        };
    }
}
