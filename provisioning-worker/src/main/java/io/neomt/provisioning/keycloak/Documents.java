package io.neomt.provisioning.keycloak;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.RealmAdmin;
import io.neomt.view.RealmClients;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Keycloak is sent: whole realms, and first admins. */
public final class Documents {

    /** The role that a first admin has in the realm; what it may do here is said by its roles here. */
    static final String ADMIN_ROLE = "tenant_admin";

    /** The realm's attribute that names its tenant, so that no tenant takes another's realm over. */
    static final String TENANT = "neo_tenant_id";

    private static final int ACCESS_SECONDS = 300;
    private static final int IDLE_SECONDS = 1_800;
    private static final int SESSION_SECONDS = 36_000;
    private static final String PROFILE = """
            {"attributes":[
              {"name":"username","permissions":{"view":["admin","user"],"edit":["admin"]}},
              {"name":"email","validations":{"email":{}},"permissions":{"view":["admin","user"],"edit":["admin","user"]}},
              {"name":"firstName","permissions":{"view":["admin","user"],"edit":["admin","user"]}},
              {"name":"lastName","permissions":{"view":["admin","user"],"edit":["admin","user"]}}]}
            """;

    private final RealmClients clients;
    private final String uiRedirect;
    private final @Nullable String initialPassword;

    public Documents(RealmClients clients, String uiRedirect, @Nullable String initialPassword) {
        this.clients = clients;
        this.uiRedirect = uiRedirect;
        this.initialPassword = initialPassword;
    }

    /** A whole realm, made by one call. */
    Map<String, Object> realm(String name) {
        Map<String, Object> realm = new LinkedHashMap<>();
        realm.put("realm", name);
        realm.put("enabled", true);
        realm.put("sslRequired", "external");
        realm.put("bruteForceProtected", true);
        realm.put("passwordPolicy", "length(8) and notUsername(undefined)");
        realm.put("accessTokenLifespan", ACCESS_SECONDS);
        realm.put("ssoSessionIdleTimeout", IDLE_SECONDS);
        realm.put("ssoSessionMaxLifespan", SESSION_SECONDS);
        realm.put("revokeRefreshToken", true);
        realm.put("defaultSignatureAlgorithm", "ES256");
        realm.put("roles", Map.of("realm", List.of(Map.of("name", ADMIN_ROLE))));
        realm.put("clients", List.of(apiClient(name), uiClient()));
        realm.put(
                "components",
                Map.of(
                        "org.keycloak.keys.KeyProvider", keys(),
                        "org.keycloak.userprofile.UserProfileProvider",
                                List.of(Map.of(
                                        "providerId",
                                        "declarative-user-profile",
                                        "config",
                                        Map.of("kc.user.profile.config", List.of(PROFILE))))));
        return realm;
    }

    String apiSecret(String realm) {
        return clients.secretIn(realm);
    }

    /** What makes a realm that of a tenant. */
    static Map<String, Object> identity(String realm, String displayName, TenantId tenant) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("realm", realm);
        identity.put("displayName", displayName);
        identity.put("attributes", Map.of(TENANT, tenant.toString()));
        return identity;
    }

    /** An import of one user that leaves alone who is there. */
    Map<String, Object> admin(TenantId tenant, String username, RealmAdmin admin) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("id", adminId(tenant, admin));
        user.put("username", username);
        user.put("enabled", true);
        user.put("emailVerified", admin.email() != null);
        Optional.ofNullable(admin.email()).ifPresent(email -> user.put("email", email));
        user.put("firstName", Optional.ofNullable(admin.displayName()).orElse(admin.username()));
        user.put("requiredActions", List.of("UPDATE_PASSWORD"));
        user.put("realmRoles", List.of(ADMIN_ROLE));
        Optional.ofNullable(initialPassword)
                .ifPresent(password -> user.put(
                        "credentials", List.of(Map.of("type", "password", "value", password, "temporary", true))));
        return Map.of("ifResourceExists", "SKIP", "users", List.of(user));
    }

    /** The same at every attempt, so that a repeated one makes nobody twice. */
    private static String adminId(TenantId tenant, RealmAdmin admin) {
        String name = "first admin " + admin.username() + " of " + tenant;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, Object> apiClient(String realm) {
        return Map.of(
                "clientId",
                RealmClients.API,
                "secret",
                clients.secretIn(realm),
                "directAccessGrantsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "protocolMappers",
                List.of(audience()));
    }

    private Map<String, Object> uiClient() {
        return Map.of(
                "clientId",
                RealmClients.UI,
                "publicClient",
                true,
                "standardFlowEnabled",
                true,
                "directAccessGrantsEnabled",
                false,
                "redirectUris",
                List.of(uiRedirect),
                "attributes",
                Map.of("pkce.code.challenge.method", "S256"),
                "protocolMappers",
                List.of(audience()));
    }

    private static Map<String, Object> audience() {
        return Map.of(
                "name", "audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", RealmClients.API, "access.token.claim", "true"));
    }

    /** Keys of elliptic curves are made in no time, those of RSA in a second. */
    private static List<Map<String, Object>> keys() {
        return List.of(
                Map.of("name", "ecdsa", "providerId", "ecdsa-generated"),
                Map.of("name", "hmac", "providerId", "hmac-generated", "config", Map.of("algorithm", List.of("HS512"))),
                Map.of("name", "aes", "providerId", "aes-generated"));
    }
}
