package io.neomt.deploy.cli.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a tenant shall be. */
final class TenantWish {

    @Option(names = "--name", description = "How the tenant is shown; default the slug.")
    private @Nullable String name;

    @Option(names = "--region", description = "Where its data lies.")
    private @Nullable String region;

    @Option(names = "--deployment-type", description = "schema, database or dedicated; default schema.")
    private @Nullable String deploymentType;

    @Option(names = "--organization", description = "The id of the organization that it belongs to.")
    private @Nullable String organization;

    @Option(names = "--admin", paramLabel = "USERNAME", description = "Who administers it from its beginning.")
    private @Nullable String admin;

    @Option(names = "--admin-email", paramLabel = "EMAIL", description = "Where the administrator is reached.")
    private @Nullable String adminEmail;

    @Option(names = "--realm", description = "Gives it a realm of its own in Keycloak.")
    private boolean realm;

    @Option(names = "--free-permission-codes", description = "Lets codes be granted that no catalogue knows.")
    private boolean free;

    Map<String, Object> body(String slug) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", Objects.requireNonNullElse(name, slug));
        body.put("slug", slug);
        put(body, "region", region);
        put(body, "deployment_type", deploymentType);
        put(body, "organization_id", organization);
        if (admin != null) {
            Map<String, Object> first = new LinkedHashMap<>();
            first.put("username", admin);
            put(first, "email", adminEmail);
            body.put("first_admin", first);
        }
        if (realm) {
            body.put("create_keycloak_realm", true);
        }
        if (free) {
            body.put("settings", Map.of("free_permission_codes", true));
        }
        return body;
    }

    static void put(Map<String, Object> body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
