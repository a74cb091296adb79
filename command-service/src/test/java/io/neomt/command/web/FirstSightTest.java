package io.neomt.command.web;

import static io.neomt.view.jooq.admin.eventstore.Tables.AGGREGATE;
import static io.neomt.view.jooq.admin.eventstore.Tables.CLAIMED_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who comes with a valid token of a tenant's realm is its user from then on, and nobody else is. */
class FirstSightTest {

    private static final String PLATFORM = "00000000-0000-7000-8000-000000000001";

    private static Api api;
    private static Workplace acme;

    @BeforeAll
    static void begin() {
        api = new Api();
        Workplace.changed(api.post(
                        "/api/v1/admin/tenants/" + PLATFORM + "/provisioning",
                        Workplace.quoted(
                                "{'active':{'connection_name':'neo-shared-us-primary','template_version':'1'}}"))
                .send());
        acme = Workplace.free(api);
    }

    @AfterAll
    static void end() {
        api.close();
    }

    @Test
    void aPersonBecomesAUserWhoHoldsNothing() {
        TokenSpec ann = person("sub-ann", "ann")
                .claim("name", "Ann Lee")
                .claim("email", "ann@example.org")
                .claim("email_verified", true);
        long before = api.head(acme.id);

        assertThat(reason(ann)).isEqualTo("not_granted");
        assertThat(reason(ann)).isEqualTo("not_granted");

        assertThat(api.head(acme.id)).isEqualTo(before + 1);
        JsonNode user = user("sub-ann");
        assertThat(user.path("username").asString()).isEqualTo("ann");
        assertThat(user.path("email").asString()).isEqualTo("ann@example.org");
        assertThat(user.path("display_name").asString()).isEqualTo("Ann Lee");
        assertThat(user.path("active").asBoolean()).isTrue();
    }

    @Test
    void whoHasBecomeAUserCanBeGivenSomething() {
        TokenSpec bea = person("sub-bea", "bea");
        assertThat(reason(bea)).isEqualTo("not_granted");

        Workplace.changed(acme.post(
                "/users/" + subject("sub-bea").substring("user/".length()) + "/roles",
                "{'role_ids':['" + acme.role("makers", "roles.write.tenant") + "']}"));

        assertThat(attempt(bea, "/api/v1").status()).isEqualTo(201);
    }

    @Test
    void manyFirstRequestsAtOnceMakeOneUser() {
        long before = api.head(acme.id);
        String token = api.token(person("sub-many", "many"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 16)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> attempt(token, "/api/v1").status(), threads))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(403));
        }
        assertThat(api.head(acme.id)).isEqualTo(before + 1);
    }

    @Test
    void namesThatOthersHaveLockNobodyOut() {
        Workplace.made(acme.post("/users", "{'username':'kim','email':'kim@example.org','external_id':'first-kim'}"));
        TokenSpec other =
                person("sub-kim", "Kim").claim("email", "KIM@example.org").claim("email_verified", true);

        assertThat(reason(other)).isEqualTo("not_granted");

        assertThat(user("sub-kim").path("username").asString())
                .isEqualTo("user-" + subject("sub-kim").substring(5));
        assertThat(user("sub-kim").has("email")).isFalse();
        assertThat(user("first-kim").path("email").asString()).isEqualTo("kim@example.org");
    }

    @Test
    void whatIsNoNameHereIsLeftOut() {
        TokenSpec odd = person("sub-odd", "Åsa Öberg")
                .claim("name", "\u0000")
                .claim("email", "nowhere")
                .claim("email_verified", true);

        assertThat(reason(odd)).isEqualTo("not_granted");

        assertThat(user("sub-odd").path("username").asString()).startsWith("user-0");
        assertThat(user("sub-odd").path("display_name").asString()).startsWith("user-0");
        assertThat(user("sub-odd").has("email")).isFalse();
    }

    static Stream<TokenSpec> nobody() {
        return Stream.of(
                person("sub-robot", "service-account-robot"),
                person("sub-client", "client").claim("client_id", "reports"),
                person("sub with spaces", "spaces"),
                person("sub-expired", "expired").expired(),
                person("sub-forged", "forged").signature(TokenSpec.Signature.FOREIGN_KEY),
                person("sub-meant-elsewhere", "elsewhere").audience("other-api"),
                TokenSpec.of("NeoAdmin", "sub-of-the-platform"));
    }

    @ParameterizedTest
    @MethodSource
    void nobody(TokenSpec token) {
        long before = api.head(acme.id);
        long platform = api.head(PLATFORM);

        assertThat(attempt(token, acme.path("")).status()).isIn(401, 403);

        assertThat(api.head(acme.id)).isEqualTo(before);
        assertThat(api.head(PLATFORM)).isEqualTo(platform);
    }

    @Test
    void aTenantThatIsNotActiveGetsNoUsers() {
        String slug = "w" + UUID.randomUUID().toString().substring(0, 8);
        String id = api.post("/api/v1/admin/tenants", Workplace.quoted("{'name':'W','slug':'" + slug + "'}"))
                .send()
                .text("id");
        long before = api.head(id);

        assertThat(attempt(TokenSpec.of("tenant-" + slug, "sub-early"), "/api/v1")
                        .status())
                .isEqualTo(403);

        assertThat(api.head(id)).isEqualTo(before);
    }

    @Test
    void whoWasDeletedOrDeactivatedStaysOut() {
        String dee = Workplace.made(acme.post("/users", "{'username':'dee','external_id':'sub-dee'}"));
        Workplace.changed(acme.delete("/users/" + dee));
        String dan = Workplace.made(acme.post("/users", "{'username':'dan','external_id':'sub-dan'}"));
        Workplace.changed(acme.post("/users/" + dan + "/deactivate", "{}"));
        long before = api.head(acme.id);

        assertThat(reason(person("sub-dee", "dee"))).isEqualTo("user_unknown");
        assertThat(reason(person("sub-dan", "dan"))).isEqualTo("user_deactivated");

        assertThat(api.head(acme.id)).isEqualTo(before);
        String again = Workplace.made(acme.post("/users", "{'username':'dee','external_id':'sub-dee'}"));
        assertThat(reason(person("sub-dee", "dee"))).isEqualTo("not_granted");
        Workplace.changed(acme.delete("/users/" + again));
        assertThat(reason(person("sub-dee", "dee"))).isEqualTo("user_unknown");
    }

    @Test
    void aTokenMakesNoUserWhereItMerelyKnocks() {
        Workplace other = Workplace.free(api);
        long before = api.head(other.id);
        long home = api.head(acme.id);

        Answer answer = attempt(person("sub-gus", "gus"), other.path(""));

        Workplace.refused(answer, 403, "TENANT_FORBIDDEN", "own realm");
        assertThat(api.head(other.id)).isEqualTo(before);
        assertThat(api.head(acme.id)).isEqualTo(home + 1);
    }

    private static TokenSpec person(String sub, String username) {
        return TokenSpec.of("tenant-" + acme.slug, sub).username(username);
    }

    private static String reason(TokenSpec token) {
        Answer answer = attempt(token, "/api/v1");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(403);
        return answer.error().required("details").required("reason").asString();
    }

    private static Answer attempt(TokenSpec token, String prefix) {
        return attempt(api.token(token), prefix);
    }

    private static Answer attempt(String token, String prefix) {
        String role = "{\"name\":\"r" + UUID.randomUUID() + "\"}";
        return api.post(prefix + "/roles", role).as(token).send();
    }

    private static String subject(String externalId) {
        return api.database().read(dsl -> dsl.select(CLAIMED_NAME.SUBJECT)
                .from(CLAIMED_NAME)
                .where(CLAIMED_NAME.TENANT_ID.eq(UUID.fromString(acme.id)))
                .and(CLAIMED_NAME.KIND.eq("external_id"))
                .and(CLAIMED_NAME.NAME.eq(externalId))
                .fetchSingle(CLAIMED_NAME.SUBJECT));
    }

    private static JsonNode user(String externalId) {
        String subject = subject(externalId);
        String state = api.database().read(dsl -> dsl.select(AGGREGATE.STATE)
                .from(AGGREGATE)
                .where(AGGREGATE.TENANT_ID.eq(UUID.fromString(acme.id)))
                .and(AGGREGATE.SUBJECT.eq(subject))
                .fetchSingle(AGGREGATE.STATE)
                .data());
        return JsonMapper.shared().readTree(state);
    }
}
