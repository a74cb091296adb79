package io.neomt.provisioning.keycloak;

import io.neomt.provisioning.run.RealmsUnavailableException;
import tools.jackson.databind.JsonNode;

/** What Keycloak tells of an import of one user. */
final class Imported {

    private Imported() {}

    /** The user's id, also where it was there already. */
    static String id(JsonNode answer) {
        String id = answer.path("results").path(0).path("id").asString("");
        if (id.isEmpty()) {
            throw new RealmsUnavailableException("Keycloak does not tell the id of an imported user");
        }
        return id;
    }
}
