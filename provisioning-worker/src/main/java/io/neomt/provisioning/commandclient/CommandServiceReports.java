package io.neomt.provisioning.commandclient;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Reports;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reports to the command service through its REST interface. */
public final class CommandServiceReports implements Reports {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient http;
    private final JsonMapper json;
    private final String root;
    private final ServiceTokens tokens;
    private final Answers answers;

    /** @param commandService root of the command service, without {@code /api} */
    public CommandServiceReports(
            HttpClient http, JsonMapper json, URI commandService, ServiceAccount account, InstantSource clock) {
        this.http = http;
        this.json = json;
        this.root = commandService.toString().replaceAll("/+$", "") + "/api/v1/admin/tenants/";
        this.tokens = new ServiceTokens(http, json, account, clock);
        this.answers = new Answers(json);
    }

    @Override
    public Answer provisioning(TenantId tenant, String key, Report report) {
        return send(tenant, "provisioning", key, ReportJson.of(report));
    }

    @Override
    public Answer deprovisioned(TenantId tenant, String key) {
        return send(tenant, "deprovisioned", key, Map.of());
    }

    @Override
    public Answer purged(TenantId tenant, String key, List<String> removed) {
        return send(tenant, "purged", key, Map.of("removed", removed));
    }

    private Answer send(TenantId tenant, String what, String key, Map<String, Object> body) {
        try {
            String token = tokens.current();
            HttpResponse<String> response = http.send(
                    request(token, URI.create(root + tenant + "/" + what), key, body), BodyHandlers.ofString());
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

    private HttpRequest request(String token, URI uri, String key, Map<String, Object> body) {
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
    }
}
