package io.neomt.deploy.cli.bench;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the query API: that of the platform, and one more for as long as this is open. */
final class Queries implements AutoCloseable {

    private final ConfigurableApplicationContext second;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ApiClient> instances;

    Queries(BenchPlatform platform) {
        PlatformClient client = platform.client();
        String token = client.token(client.platformRealm(), "admin");
        second = platform.services().anotherQueryApi();
        URI address = URI.create("http://127.0.0.1:" + ServiceApplication.port(second));
        instances = List.of(client.queries(token), new ApiClient(http, address, token));
    }

    List<ApiClient> instances() {
        return instances;
    }

    /**
     * Whether one of them says that the user may.
     *
     * @param consistency the header of a command's answer, or none
     */
    static boolean isAllowed(
            ApiClient instance, String tenant, String user, String permission, Map<String, String> consistency) {
        return instance.post(
                        "/api/v1/tenants/" + tenant + "/check",
                        Map.of("user_id", user, "permission", permission),
                        consistency)
                .orRefuse()
                .data()
                .path("allowed")
                .asBoolean();
    }

    @Override
    public void close() {
        http.close();
        second.close();
    }
}
