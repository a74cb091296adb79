package io.neomt.deploy.embedded;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.neomt.view.RealmClients;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a new Keycloak is given: the platform's realm, and an account that may make realms and nothing else. */
final class KeycloakSeed {

    /** Made by Keycloak itself, of all power. */
    static final String ADMIN_CLIENT = "neo-embedded";

    static final String REALMS_CLIENT = "neo-realms";

    private static final String PLATFORM_REALM = "NeoAdmin";
    private static final String ADMINISTRATOR = "admin";

    private final KeycloakAdmin keycloak;
    private final String realmsSecret;

    KeycloakSeed(KeycloakAdmin keycloak, String realmsSecret) {
        this.keycloak = keycloak;
        this.realmsSecret = realmsSecret;
    }

    /** The platform's realm comes last and tells that all is there; an interrupted start goes through all again. */
    void apply(StackAddresses stack, String clientKey) {
        if (!keycloak.knows(PLATFORM_REALM)) {
            if (clients().isEmpty()) {
                create("/master/clients", realmsClient());
            }
            mayMakeRealms(clients().getFirst());
            create("", platformRealm(stack, new RealmClients(clientKey).secretIn(PLATFORM_REALM)));
        }
    }

    private List<Object> clients() {
        return array(keycloak.call("GET", "/master/clients?clientId=" + REALMS_CLIENT, ""));
    }

    private Map<String, Object> realmsClient() {
        Map<String, Object> client = serviceAccount(REALMS_CLIENT, realmsSecret);
        // a token that listed the rights in every realm would outgrow every limit
        client.put("attributes", Map.of("client.use.lightweight.access.token.enabled", "true"));
        return client;
    }

    private void mayMakeRealms(Object client) {
        String account =
                text(keycloak.call("GET", "/master/clients/" + id(client) + "/service-account-user", ""), "id");
        String role = keycloak.call("GET", "/master/roles/create-realm", "");
        keycloak.call("POST", "/master/users/" + account + "/role-mappings/realm", "[" + role + "]");
    }

    private Map<String, Object> platformRealm(StackAddresses stack, String apiSecret) {
        Map<String, Object> cli = new HashMap<>(Map.of("clientId", Keycloak.CLI_CLIENT, "publicClient", true));
        Map<String, Object> api = new HashMap<>(Map.of("clientId", RealmClients.API, "secret", apiSecret));
        Map<String, Object> service = serviceAccount(stack.serviceClientId(), stack.serviceClientSecret());
        for (Map<String, Object> client : List.of(cli, api, service)) {
            client.put("standardFlowEnabled", false);
            client.put("directAccessGrantsEnabled", !client.containsKey("serviceAccountsEnabled"));
            client.put("protocolMappers", List.of(audience()));
        }
        return Map.of(
                "realm",
                PLATFORM_REALM,
                "enabled",
                true,
                "bruteForceProtected",
                true,
                "defaultSignatureAlgorithm",
                "ES256",
                "components",
                Map.of("org.keycloak.keys.KeyProvider", KEYS),
                "clients",
                List.of(cli, api, service),
                "users",
                List.of(
                        administrator(stack.developmentSecret()),
                        Map.of(
                                "id",
                                stack.serviceClientId(),
                                "username",
                                "service-account-" + stack.serviceClientId(),
                                "serviceAccountClientId",
                                stack.serviceClientId(),
                                "enabled",
                                true)));
    }

    /** Its id is what the platform knows the first administrator by. */
    private static Map<String, Object> administrator(String password) {
        return Map.of(
                "id",
                ADMINISTRATOR,
                "username",
                ADMINISTRATOR,
                "enabled",
                true,
                "firstName",
                "Platform",
                "lastName",
                "Administrator",
                "email",
                "admin@platform.example",
                "emailVerified",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password, "temporary", false)));
    }

    private static Map<String, Object> serviceAccount(String id, String secret) {
        return new HashMap<>(
                Map.of("clientId", id, "secret", secret, "serviceAccountsEnabled", true, "standardFlowEnabled", false));
    }

    private static Map<String, Object> audience() {
        return Map.of(
                "name", "audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", RealmClients.API, "access.token.claim", "true"));
    }

    /** Those of elliptic curves, made in no time. */
    private static final List<Map<String, Object>> KEYS = List.of(
            Map.of("name", "ecdsa", "providerId", "ecdsa-generated"),
            Map.of("name", "hmac", "providerId", "hmac-generated", "config", Map.of("algorithm", List.of("HS512"))),
            Map.of("name", "aes", "providerId", "aes-generated"));

    private void create(String path, Map<String, Object> what) {
        keycloak.call("POST", path, JSONObjectUtils.toJSONString(what));
    }

    private static String id(Object json) {
        return json instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : "";
    }

    private static String text(String json, String field) {
        try {
            return JSONObjectUtils.getString(JSONObjectUtils.parse(json), field);
        } catch (ParseException e) {
            throw new StackException("Keycloak's answer lacks " + field, e);
        }
    }

    private static List<Object> array(String json) {
        try {
            return JSONArrayUtils.parse(json);
        } catch (ParseException e) {
            throw new StackException("Keycloak's answer is no list", e);
        }
    }
}
