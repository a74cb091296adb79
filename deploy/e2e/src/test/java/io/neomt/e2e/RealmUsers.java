package io.neomt.e2e;

import io.neomt.deploy.embedded.KeycloakAdmin;
import io.neomt.deploy.embedded.StackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is in the realm of a tenant, as Keycloak itself says. */
record RealmUsers(KeycloakAdmin admin) {

    /** By name; empty where there is no realm. */
    Optional<List<String>> users(String slug) {
        try {
            List<String> names = new ArrayList<>();
            TestPlatform.JSON
                    .readTree(admin.call("GET", "/tenant-" + slug + "/users", ""))
                    .forEach(user -> names.add(user.path("username").asString()));
            return Optional.of(names);
        } catch (StackException e) {
            if (String.valueOf(e.getMessage()).contains("404")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
