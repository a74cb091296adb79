package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of bad input has its status, its code and a message that tells what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestPlatform platform = TestPlatform.shared();
    private Workspace acme = Workspace.create(platform);
    private String user = "";

    @BeforeAll
    void someUser() {
        user = acme.createUser("someone").id();
    }

    @Test
    void malformedJsonIsRefused() throws Exception {
        assertRefused(raw("application/json", "{\"username\": "), 400, "MALFORMED_REQUEST");
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        assertRefused(raw("text/plain", "username=ann"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aBodyOverOneMebibyteIsRefused() throws Exception {
        assertRefused(raw("application/json", "{\"username\":\"" + "a".repeat(1 << 20) + "\"}"), 413, "BODY_TOO_LARGE");
    }

    @Test
    void anUnknownEnumValueIsRefusedNamingTheAllowedOnes() {
        Answer answer =
                acme.post("/users/" + user + "/permissions", Map.of("permission", "a.b.own", "effect", "maybe"));
        assertRefused(answer, 400, "VALIDATION_ERROR");
        assertThat(answer.body().toString()).contains("allow", "deny");
    }

    @Test
    void anUnknownFieldIsRefusedByItsName() {
        Answer answer = acme.post("/users", Map.of("username", "x1", "display_name", "X", "colour", "red"));
        assertRefused(answer, 400, "VALIDATION_ERROR");
        assertThat(answer.body().toString()).contains("colour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users.Read", "a.b", "a.b.*", "Users.read.own", "a..own", "a.b.world", ""})
    void aCodeThatNoCheckMayHoldIsRefused(String code) {
        Answer answer = acme.queries.post(acme.path("/check"), Map.of("user_id", user, "permission", code), Map.of());
        assertRefused(answer, 400, "INVALID_PERMISSION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "user%3Ax", "..%2F..", "{x}", "0192"})
    void anIdWithSeparatorsIsRefused(String id) {
        Answer answer =
                acme.queries.post(acme.path("/check"), Map.of("user_id", id, "permission", "a.b.own"), Map.of());
        assertRefused(answer, 400, "INVALID_ID");
    }

    @Test
    void anIdWithSeparatorsInThePathIsRefused() {
        assertRefused(acme.post("/users/a:b/roles", Map.of("role_ids", List.of())), 400, "INVALID_ID");
        assertRefused(acme.queries.get(acme.path("/users/a:b"), Map.of()), 400, "INVALID_ID");
    }

    @Test
    void anotherTenantsIdIsRefusedWhetherItExistsOrNot() {
        Workspace globex = Workspace.create(platform);
        String foreign = acme.adminToken();
        for (String tenant :
                List.of(globex.tenantId, globex.slug, UUID.randomUUID().toString(), "nosuchtenant", "platform")) {
            String path = "/api/v1/tenants/" + tenant + "/users";
            assertRefused(
                    acme.commands.as(foreign).post(path, Map.of("username", "m", "display_name", "M"), Map.of()),
                    403,
                    "TENANT_FORBIDDEN");
            assertRefused(acme.queries.as(foreign).get(path, Map.of()), 403, "TENANT_FORBIDDEN");
        }
    }

    @Test
    void aRoleOfAnotherTenantIsAsUnknownAsOneThatNeverWas() {
        Workspace globex = Workspace.create(platform);
        String theirs =
                globex.createRole("theirs", List.of("a.b.tenant"), List.of()).id();
        String ours = acme.createRole("ours", List.of(), List.of()).id();
        String user = acme.createUser("borrower").id();
        for (String role : List.of(theirs, UUID.randomUUID().toString())) {
            assertRefused(
                    acme.post("/users/" + user + "/roles", Map.of("role_ids", List.of(role))), 422, "UNKNOWN_ROLE");
            assertRefused(
                    acme.commands.put(
                            acme.path("/roles/" + ours + "/parents"), Map.of("parents", List.of(role)), Map.of()),
                    422,
                    "UNKNOWN_PARENT");
            Map<String, String> assign = Map.of("op", "assign_role", "user_id", user, "role_id", role);
            assertRefused(acme.post("/bulk", Map.of("operations", List.of(assign))), 422, "BULK_REFUSED");
        }
    }

    @Test
    void aTenantsOwnAdminMayLeaveTheTenantOutOfThePath() {
        Workspace own = Workspace.create(platform);
        String token = own.adminToken();
        Answer created = own.commands
                .as(token)
                .post("/api/v1/users", Map.of("username", "kim", "display_name", "Kim"), Map.of());
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        assertThat(own.queries
                        .as(token)
                        .get("/api/v1/users/" + created.id(), created.consistency())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRoleCycleIsRefusedWithItsPath() {
        String lower = acme.createRole("lower", List.of(), List.of()).id();
        String upper = acme.createRole("upper", List.of(), List.of(lower)).id();
        Answer answer = acme.commands.put(
                acme.path("/roles/" + lower + "/parents"), Map.of("parents", List.of(upper)), Map.of());
        assertRefused(answer, 422, "ROLE_CYCLE");
        assertThat(answer.body().path("error").path("details").toString()).contains("lower", "upper");
    }

    @Test
    void aRepeatedSlugIsRefused() {
        Answer answer =
                acme.commands.post("/api/v1/admin/tenants", Map.of("name", "again", "slug", acme.slug), Map.of());
        assertRefused(answer, 409, "SLUG_TAKEN");
    }

    @Test
    void aReusedIdempotencyKeyWithAnotherBodyIsRefused() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = acme.commands.post(acme.path("/users"), Map.of("username", "once", "display_name", "O"), key);
        Answer same = acme.commands.post(acme.path("/users"), Map.of("username", "once", "display_name", "O"), key);
        assertThat(same.id()).isEqualTo(first.id());
        assertThat(same.status()).isEqualTo(first.status());
        Answer other = acme.commands.post(acme.path("/users"), Map.of("username", "twice", "display_name", "O"), key);
        assertRefused(other, 409, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aStaleIfMatchIsRefused() {
        Answer role = acme.createRole("versioned", List.of(), List.of());
        String etag = role.headers().firstValue("ETag").orElseThrow();
        String path = acme.path("/roles/" + role.id());
        Answer first =
                acme.commands.put(path, Map.of("name", "versioned2", "description", ""), Map.of("If-Match", etag));
        assertThat(first.succeeded()).as("%s", first.body()).isTrue();
        Answer stale =
                acme.commands.put(path, Map.of("name", "versioned3", "description", ""), Map.of("If-Match", etag));
        assertRefused(stale, 412, "VERSION_MISMATCH");
        Answer read = acme.queries.get(path, first.consistency());
        assertThat(read.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    }

    @Test
    void aForgedConsistencyTokenIsRefused() {
        Answer answer = acme.queries.post(
                acme.path("/check"),
                Map.of("user_id", user, "permission", "a.b.own"),
                Map.of("Consistency-Token", "AAAAAAAA"));
        assertRefused(answer, 400, "INVALID_CONSISTENCY_TOKEN");
    }

    @Test
    void aRequestWithoutATokenIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/users")).GET().build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void noErrorTellsAboutTheInside() {
        Answer answer = acme.queries.get("/api/v1/no/such/path", Map.of());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().toString()).doesNotContain("Exception", "io.neomt", "springframework", "SELECT");
    }

    private Answer raw(String contentType, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/users"))
                .header("Authorization", "Bearer " + platform.adminToken())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), TestPlatform.JSON.readTree(response.body()), response.headers());
    }

    private URI address(String rest) {
        return platform.commandService().resolve(acme.path(rest));
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.errorCode()).as("%s", answer.body()).isEqualTo(code);
        assertThat(answer.body().path("success").asBoolean(true)).isFalse();
        assertThat(answer.body().path("error").path("message").asString("")).isNotBlank();
        assertThat(answer.body().path("meta").path("request_id").asString("")).isNotBlank();
    }
}
