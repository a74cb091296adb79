package io.neomt.deploy.cli.projections;

import io.neomt.deploy.cli.access.Session;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What is parked, as the projection service lists it. */
record Parked(Session session) {

    static final String PARKED = ProjectionCommands.PROJECTIONS + "/parked";

    List<JsonNode> all() {
        return session.projections("GET", PARKED, null).data().valueStream().toList();
    }

    /**
     * The tenant's id, since commands name tenants by it; whatever is not parked is left to the service to refuse.
     *
     * @param tenant slug or id
     */
    String tenantId(String tenant) {
        return all().stream()
                .filter(each -> each.path("tenant").asString("").equals(tenant))
                .map(each -> each.path("tenant_id").asString(""))
                .findFirst()
                .orElse(tenant);
    }
}
