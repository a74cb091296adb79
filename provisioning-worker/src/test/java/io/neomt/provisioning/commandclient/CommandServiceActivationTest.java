package io.neomt.provisioning.commandclient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.provisioning.StubServer;
import io.neomt.provisioning.StubServer.Request;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Activation.Answer;
import io.neomt.provisioning.run.Activation.Answer.Activated;
import io.neomt.provisioning.run.Activation.Answer.LookAgain;
import io.neomt.provisioning.run.Activation.Answer.Refused;
import io.neomt.provisioning.run.Activation.Answer.TryAgain;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CommandServiceActivationTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));
    private static final String TOKEN_PATH = "/realms/NeoAdmin/token";
    private static final String ACTIVATE_PATH = "/api/v1/admin/tenants/" + TENANT + "/provisioning";

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
        server.answer(ACTIVATE_PATH, 202, "{}");

        assertThat(activate()).isEqualTo(new Activated());

        assertThat(server.requests(TOKEN_PATH).getFirst().body())
                .contains("grant_type=client_credentials", "client_id=worker", "client_secret=s%26cret");
        Request sent = server.requests(ACTIVATE_PATH).getFirst();
        assertThat(sent.body())
                .isEqualTo("{\"active\":{\"connection_name\":\"us-primary\",\"template_version\":\"7\"}}");
        assertThat(sent.headers())
                .containsEntry("Authorization", "Bearer t1")
                .containsEntry("Idempotency-key", "activate:" + TENANT + ":us-primary:7");
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItExpires() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer(TOKEN_PATH, 200, token("t2"));
        server.answer(ACTIVATE_PATH, 202, "{}");
        CommandServiceActivation activation = activation(server.uri(""));

        activate(activation);
        now = now.plusSeconds(49);
        activate(activation);
        assertThat(server.requests(TOKEN_PATH)).hasSize(1);

        now = now.plusSeconds(1);
        activate(activation);
        assertThat(server.requests(TOKEN_PATH)).hasSize(2);
        assertThat(server.requests(ACTIVATE_PATH).getLast().headers()).containsEntry("Authorization", "Bearer t2");
    }

    @Test
    void aRefusedTokenIsNotUsedAgain() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        server.answer(TOKEN_PATH, 200, token("t2"));
        server.answer(ACTIVATE_PATH, 401, "");
        server.answer(ACTIVATE_PATH, 202, "{}");
        CommandServiceActivation activation = activation(server.uri(""));

        assertThat(activate(activation)).isInstanceOf(TryAgain.class);
        assertThat(activate(activation)).isEqualTo(new Activated());
        assertThat(server.requests(ACTIVATE_PATH).getLast().headers()).containsEntry("Authorization", "Bearer t2");
    }

    @Test
    void answersAreToldApart() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        assertThat(answerTo(200, "{}")).isEqualTo(new Activated());
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
        CommandServiceActivation activation = activation(server.uri(""));

        assertThat(((TryAgain) activate(activation)).reason()).contains("401 to client 'worker': invalid_client");
        assertThat(((TryAgain) activate(activation)).reason()).contains("without an access_token");
        assertThat(((TryAgain) activate(activation)).reason()).contains("not JSON");
        assertThat(server.requests(ACTIVATE_PATH)).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsAskedAgainLater() {
        server.answer(TOKEN_PATH, 200, token("t1"));
        StubServer gone = new StubServer();
        URI away = gone.uri("");
        gone.close();

        assertThat(activate(activation(away))).isInstanceOf(TryAgain.class);
    }

    @Test
    void theSecretIsNotPartOfTheText() {
        assertThat(new ServiceAccount(server.uri("/"), "worker", "s3cret").toString())
                .isEqualTo("ServiceAccount[worker]");
    }

    private Answer answerTo(int status, String body) {
        TenantId tenant = new TenantId(UUID.nameUUIDFromBytes((status + body).getBytes(UTF_8)));
        server.answer("/api/v1/admin/tenants/" + tenant + "/provisioning", status, body);
        return activation(server.uri("/")).activate(tenant, "us-primary", new TemplateVersion("7"));
    }

    private Answer activate() {
        return activate(activation(server.uri("")));
    }

    private static Answer activate(CommandServiceActivation activation) {
        return activation.activate(TENANT, "us-primary", new TemplateVersion("7"));
    }

    private CommandServiceActivation activation(URI commandService) {
        return new CommandServiceActivation(
                http,
                JsonMapper.builder().build(),
                commandService,
                new ServiceAccount(server.uri(TOKEN_PATH), "worker", "s&cret"),
                () -> now);
    }

    private static String token(String value) {
        return "{\"access_token\":\"" + value + "\",\"expires_in\":60}";
    }
}
