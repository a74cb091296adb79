package io.neomt.provisioning.commandclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.commandclient.CommandService;
import io.neomt.commons.commandclient.ServiceAccount;
import io.neomt.commons.commandclient.ServiceTokens;
import io.neomt.event.TenantId;
import io.neomt.provisioning.StubServer;
import io.neomt.provisioning.StubServer.Request;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Reports.Active;
import io.neomt.provisioning.run.Reports.Answer;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Answer.LookAgain;
import io.neomt.provisioning.run.Reports.Answer.Refused;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.provisioning.run.Reports.Placed;
import io.neomt.provisioning.run.Reports.Report;
import io.neomt.view.DatabaseRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CommandServiceReportsTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));
    private static final String TOKEN_PATH = "/realms/NeoAdmin/token";
    private static final String PATH = "/api/v1/admin/tenants/" + TENANT + "/provisioning";

    private static final Report READY = new Report(
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(new Active("us-primary", new TemplateVersion("7"), Optional.empty())));

    private final StubServer server = new StubServer();
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @AfterEach
    void close() {
        http.close();
        server.close();
    }

    @Test
    void theWishIsSentWithTokenAndIdempotencyKey() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer(PATH, 202, "{}");

        assertThat(report()).isEqualTo(new Accepted());

        assertThat(server.requests(TOKEN_PATH).getFirst().body())
                .contains("grant_type=client_credentials", "client_id=worker", "client_secret=s%26cret");
        Request sent = server.requests(PATH).getFirst();
        assertThat(sent.body())
                .isEqualTo("{\"active\":{\"connection_name\":\"us-primary\",\"template_version\":\"7\"}}");
        assertThat(sent.headers()).containsEntry("Authorization", "Bearer t1").containsEntry("Idempotency-key", "once");
    }

    @Test
    void allThatAReportMayHoldIsSentInOneRequest() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer(PATH, 200, "{}");
        DatabaseRole role = DatabaseRole.of(TENANT);

        assertThat(reports(server.uri(""))
                        .provisioning(
                                TENANT,
                                "k",
                                new Report(
                                        Optional.of(new Placed("eu", role, List.of("the only one"))),
                                        List.of(new StepResult(Step.PLACE, 1, StepResult.Outcome.DONE, 3, "eu")),
                                        Optional.of(new Failure(Step.CREATE_SCHEMA, "no room")),
                                        Optional.of(new Active("eu", new TemplateVersion("7"), Optional.of("kc-1"))))))
                .isEqualTo(new Accepted());

        assertThat(JsonMapper.shared().readTree(server.requests(PATH).getFirst().body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"placement": {"connection_name": "eu", "database_role": "%s", "reasons": ["the only one"]},
                         "steps": [{"step": "place", "attempt": 1, "outcome": "done", "millis": 3, "detail": "eu"}],
                         "failed": {"step": "create_schema", "reason": "no room"},
                         "active": {"connection_name": "eu", "template_version": "7", "first_admin_external_id": "kc-1"}}
                        """.formatted(role)));
    }

    @Test
    void theEndOfATenantIsSentWithWhatWasRemoved() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer("/api/v1/admin/tenants/" + TENANT + "/deprovisioned", 200, "{}");
        server.answer("/api/v1/admin/tenants/" + TENANT + "/purged", 409, "{}");

        assertThat(reports(server.uri("")).deprovisioned(TENANT, "d")).isEqualTo(new Accepted());
        assertThat(reports(server.uri("")).purged(TENANT, "p", List.of("schema x")))
                .isEqualTo(new LookAgain());
        assertThat(server.requests("/api/v1/admin/tenants/" + TENANT + "/purged")
                        .getFirst()
                        .body())
                .isEqualTo("{\"removed\":[\"schema x\"]}");
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItExpires() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer(TOKEN_PATH, 200, token("t2"));
        server.answer(PATH, 202, "{}");
        CommandServiceReports reports = reports(server.uri(""));

        report(reports);
        now = now.plusSeconds(49);
        report(reports);
        assertThat(server.requests(TOKEN_PATH)).hasSize(1);

        now = now.plusSeconds(1);
        report(reports);
        assertThat(server.requests(TOKEN_PATH)).hasSize(2);
        assertThat(server.requests(PATH).getLast().headers()).containsEntry("Authorization", "Bearer t2");
    }

    @Test
    void aRefusedTokenIsNotUsedAgain() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer(TOKEN_PATH, 200, token("t2"));
        server.answer(PATH, 401, "");
        server.answer(PATH, 202, "{}");
        CommandServiceReports reports = reports(server.uri(""));

        assertThat(report(reports)).isInstanceOf(TryAgain.class);
        assertThat(report(reports)).isEqualTo(new Accepted());
        assertThat(server.requests(PATH).getLast().headers()).containsEntry("Authorization", "Bearer t2");
    }

    @Test
    void answersAreToldApart() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        assertThat(answerTo(200, "{}")).isEqualTo(new Accepted());
        assertThat(answerTo(409, "{}")).isEqualTo(new LookAgain());
        assertThat(answerTo(404, "<html>")).isEqualTo(new TryAgain("the command service answered 404"));
        assertThat(answerTo(429, "")).isInstanceOf(TryAgain.class);
        assertThat(answerTo(503, "{\"error\":{\"code\":\"SERVICE_UNAVAILABLE\",\"message\":\"busy\"}}"))
                .isEqualTo(new TryAgain("the command service answered 503 SERVICE_UNAVAILABLE: busy"));
        assertThat(answerTo(403, "{\"error\":{\"code\":\"FORBIDDEN\",\"message\":\"tenants.provision.tenant\"}}"))
                .isEqualTo(new Refused("the command service answered 403 FORBIDDEN: tenants.provision.tenant"));
        assertThat(answerTo(400, "{}")).isInstanceOf(Refused.class);
    }

    @Test
    void anIssuerThatGivesNoTokenIsAskedAgainLater() {
        server.answer(TOKEN_PATH, 401, "{\"error\":\"invalid_client\"}");
        server.answer(TOKEN_PATH, 200, "{}");
        server.answer(TOKEN_PATH, 200, "<html>");
        CommandServiceReports reports = reports(server.uri(""));

        assertThat(((TryAgain) report(reports)).reason()).contains("401 to client 'worker': invalid_client");
        assertThat(((TryAgain) report(reports)).reason()).contains("without an access_token");
        assertThat(((TryAgain) report(reports)).reason()).contains("not JSON");
        assertThat(server.requests(PATH)).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainLater() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        StubServer gone = new StubServer();
        URI away = gone.uri("");
        gone.close();

        assertThat(report(reports(away))).isInstanceOf(TryAgain.class);
    }

    @Test
    void theSecretIsNotPartOfTheText() {
        assertThat(new ServiceAccount(server.uri("/"), "worker", "s3cret").toString())
                .isEqualTo("ServiceAccount[worker]");
    }

    private Answer answerTo(int status, String body) {
        TenantId tenant = new TenantId(UUID.nameUUIDFromBytes((status + body).getBytes(UTF_8)));
        server.answer("/api/v1/admin/tenants/" + tenant + "/provisioning", status, body);
        return reports(server.uri("/")).provisioning(tenant, "once", READY);
    }

    private Answer report() {
        return report(reports(server.uri("")));
    }

    private static Answer report(CommandServiceReports reports) {
        return reports.provisioning(TENANT, "once", READY);
    }

    private CommandServiceReports reports(URI commandService) {
        JsonMapper json = JsonMapper.builder().build();
        ServiceAccount account = new ServiceAccount(server.uri(TOKEN_PATH), "worker", "s&cret");
        ServiceTokens tokens = new ServiceTokens(http, json, account, () -> now);
        return new CommandServiceReports(new CommandService(http, commandService, tokens), json);
    }

    private static String token(String value) {
        return "{\"access_token\":\"" + value + "\",\"expires_in\":60}";
    }
}
