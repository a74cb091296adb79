package io.neomt.command.store;

import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate;
import io.neomt.command.model.Aggregate.OfAccess;
import io.neomt.command.model.Aggregate.OfCatalogue;
import io.neomt.command.model.Aggregate.OfMigration;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfResource;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTeam;
import io.neomt.command.model.Aggregate.OfTemplate;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.event.AccessGrantId;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Aggregates as JSON. The ids of aggregates stand in their row, not in here. Rows are kept for ever: what an older version
 * of this service wrote is read, and a field that it did not know has the meaning that its absence had.
 */
final class StateJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private StateJson() {}

    static String write(Aggregate aggregate) {
        ObjectNode json = JSON.createObjectNode();
        switch (aggregate) {
            case OfOrganization organization -> OrganizationJson.write(json, organization.state());
            case OfTenant tenant -> TenantJson.write(json, tenant.state());
            case OfUser user -> UserJson.write(json, user);
            case OfRole role -> RoleJson.write(json, role.state());
            case OfTeam team -> RoleJson.write(json, team.state());
            case OfTemplate template -> RoleJson.write(json, template.state());
            case OfMigration run -> MigrationJson.write(json, run.state());
            case OfCatalogue catalogue -> ResourceJson.write(json, catalogue.state());
            case OfResource resource -> ResourceJson.write(json, resource.state());
            case OfAccess access -> ResourceJson.write(json, access.state());
        }
        return JSON.writeValueAsString(json);
    }

    static Aggregate read(Subject subject, String text) {
        JsonNode json = JSON.readTree(text);
        String id = subject.id();
        return switch (subject.kind()) {
            case ORGANIZATION -> new OfOrganization(OrganizationJson.read(OrganizationId.of(id), json));
            case TENANT -> new OfTenant(TenantJson.read(TenantId.of(id), json));
            case USER -> UserJson.read(UserId.of(id), json);
            case ROLE -> new OfRole(RoleJson.readRole(RoleId.of(id), json));
            case TEAM -> new OfTeam(RoleJson.readTeam(TeamId.of(id), json));
            case TEMPLATE -> new OfTemplate(RoleJson.readTemplate(id, json));
            case MIGRATION -> new OfMigration(MigrationJson.read(json));
            case CATALOGUE -> new OfCatalogue(ResourceJson.readCatalogue(json));
            case RESOURCE -> new OfResource(ResourceJson.read(subject.instance(), json));
            case ACCESS -> new OfAccess(ResourceJson.read(AccessGrantId.of(id), json));
        };
    }
}
