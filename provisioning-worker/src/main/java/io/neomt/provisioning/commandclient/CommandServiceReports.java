package io.neomt.provisioning.commandclient;

import io.neomt.commons.commandclient.CommandService;
import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Reports;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reports to the command service through its REST interface. */
public final class CommandServiceReports implements Reports {

    private static final String TENANTS = "/api/v1/admin/tenants/";

    private final CommandService service;
    private final JsonMapper json;
    private final Answers answers;

    public CommandServiceReports(CommandService service, JsonMapper json) {
        this.service = service;
        this.json = json;
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
            CommandService.Reply reply =
                    service.post(TENANTS + tenant + "/" + what, key, json.writeValueAsString(body));
            return answers.classify(reply.status(), reply.body());
        } catch (IOException e) {
            return new TryAgain("the command service or the issuer of tokens does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TryAgain("the worker is stopping");
        }
    }
}
