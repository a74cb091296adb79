package io.neomt.e2e;

import io.neomt.commons.commandclient.ServiceAccount;
import io.neomt.commons.commandclient.ServiceTokens;
import io.neomt.provisioning.keycloak.AdminClient;
import io.neomt.provisioning.keycloak.Documents;
import io.neomt.query.issuer.OpenIdProvider;
import io.neomt.query.signin.Place;
import io.neomt.view.RealmClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The parts of worker and query API that speak to Keycloak, put together as the services do. */
record RealmTools(AdminClient client, Documents documents, OpenIdProvider provider, String password) {

    static RealmTools of(KeycloakPlatform platform) {
        Map<String, String> settings = platform.keycloak().serviceProperties();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        JsonMapper json = TestPlatform.JSON;
        URI root = URI.create(setting(settings, "url"));
        ServiceAccount account = new ServiceAccount(
                URI.create(root + "/realms/master/protocol/openid-connect/token"),
                setting(settings, "admin-client-id"),
                setting(settings, "admin-client-secret"));
        RealmClients clients = new RealmClients(setting(settings, "client-key"));
        String password = setting(settings, "initial-password");
        return new RealmTools(
                new AdminClient(http, json, root, new ServiceTokens(http, json, account, InstantSource.system())),
                new Documents(clients, "http://127.0.0.1/*", password),
                new OpenIdProvider(http, json, root, clients, Duration.ofSeconds(10)),
                password);
    }

    /** What comes of the first sign-in. */
    String signIn(boolean organizations, String slug, String username) {
        Place place = new Place.Layout("NeoAdmin", organizations ? "NeoTenants" : null).of(slug);
        return provider.signIn(place, username, password).getClass().getSimpleName();
    }

    private static String setting(Map<String, String> settings, String name) {
        return settings.getOrDefault("neo.keycloak." + name, "");
    }
}
