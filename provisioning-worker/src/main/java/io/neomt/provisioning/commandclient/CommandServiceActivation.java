package io.neomt.provisioning.commandclient;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Activation;
import io.neomt.provisioning.run.Activation.Answer.TryAgain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Activates tenants through the command service's REST interface. */
public final class CommandServiceActivation implements Activation {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http;
    private final JsonMapper json;
    private final URI commandService;
    private final ServiceTokens tokens;
    private final Answers answers;

    /** @param commandService root of the command service, without {@code /api} */
    public CommandServiceActivation(
            HttpClient http, JsonMapper json, URI commandService, ServiceAccount account, InstantSource clock) {
        this.http = http;
        this.json = json;
        this.commandService = commandService;
        this.tokens = new ServiceTokens(http, json, account, clock);
        this.answers = new Answers(json);
    }

    @Override
    public Answer activate(TenantId tenant, String connectionName, TemplateVersion version) {
        try {
            String token = tokens.current();
            HttpResponse<String> response =
                    http.send(request(token, tenant, connectionName, version), BodyHandlers.ofString());
            if (response.statusCode() == 401) {
                tokens.refused(token);
            }
            return answers.classify(response.statusCode(), response.body());
        } catch (IOException e) {
            return new TryAgain("the command service or the issuer of tokens does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TryAgain("the worker is stopping");
        }
    }

    private HttpRequest request(String token, TenantId tenant, String connectionName, TemplateVersion version) {
        Map<String, String> active = new LinkedHashMap<>();
        active.put("connection_name", connectionName);
        active.put("template_version", version.value());
        return HttpRequest.newBuilder(uri(tenant))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                // the same wish has the same key, so that an answer lost on the way is given again
                .header("Idempotency-Key", "activate:" + tenant + ":" + connectionName + ":" + version)
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("active", active))))
                .build();
    }

    private URI uri(TenantId tenant) {
        String root = commandService.toString().replaceAll("/+$", "");
        return URI.create(root + "/api/v1/admin/tenants/" + tenant + "/provisioning");
    }
}
