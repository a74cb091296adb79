package io.neomt.migration.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs as an operator begins and follows them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsHttpTest {

    private static final String API = "/api/v1/admin/migrations";
    private static final String RUNS = API + "/runs/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HeardSteps heard = new HeardSteps();
    private RunningFleet fleet;
    private String own;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void start(@TempDir Path folder) {
        fleet = new RunningFleet(folder, 6);
        own = fleet.addOwnDatabase("t7", 7);
        service = fleet.start(
                "--neo.migrations.at-start=false", "--neo.service-account.command-service-url=" + heard.uri());
    }

    @AfterAll
    void stop() {
        service.close();
        heard.close();
        http.close();
    }

    /** One after the other, since all of them are about the same schemas. */
    @Test
    void anOperatorMigratesTheFleet() throws Exception {
        everyLevelIsReachedInItsOrder();
        whatWasAppliedIsToStayAsItWas();
        whatFailsOnOneTenantStopsTheRunUntilItIsRepaired();
        whatCannotBeARunIsRefusedWithACode();
        schemasAreListedInParts();
    }

    private void everyLevelIsReachedInItsOrder() throws Exception {
        fleet.script("regional", "V2001__functions.sql", "CREATE TABLE everybodys (id bigint)");
        fleet.script("tenant", "V2001__notes.sql", "CREATE TABLE notes (id bigint)");
        assertThat(data(get(API + "/status")).at("/tenants/behind").longValue()).isEqualTo(8);

        heard.lost.set(1);
        HttpResponse<String> accepted = post(API + "/apply", "{\"scope\": \"all\", \"canaries\": [\"t3\"]}");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location"))
                .contains(RUNS + data(accepted).get("id").stringValue());
        JsonNode run = ended(accepted, "done");

        assertThat(run.get("waves"))
                .extracting(wave -> wave.get("level").stringValue() + wave.get("size"))
                .containsExactly("regional1", "template1", "tenant1", "tenant1", "tenant1", "tenant5");
        assertThat(fleet.count("SELECT count(*) FROM pg_tables WHERE tablename = 'notes'"))
                .isEqualTo(8);
        assertThat(fleet.count(own, "SELECT count(*) FROM pg_tables WHERE tablename = 'notes'"))
                .isEqualTo(1);
        assertThat(fleet.count("SELECT count(*) FROM pg_tables WHERE tablename = 'everybodys'"))
                .isEqualTo(1);
        JsonNode status = data(get(API + "/status"));
        for (String level : List.of("regional", "template", "tenants")) {
            assertThat(status.at("/" + level + "/required_version").stringValue())
                    .isEqualTo("2001");
            assertThat(status.at("/" + level + "/behind").longValue()).isZero();
        }
        assertThat(status.at("/admin/state").stringValue()).isEqualTo("up_to_date");
        everyStepIsToldOnceAndInOrder();
        assertThat(data(post(API + "/apply", "{}")).get("up_to_date").booleanValue())
                .isTrue();
        assertThat(fleet.countAdmin("SELECT sum(pending) FROM admin.migration_health"))
                .isZero();
    }

    /** Although nothing is pending. */
    private void whatWasAppliedIsToStayAsItWas() {
        String script = fleet.edit("tenant", "V2001__notes.sql", "CREATE TABLE notes (id text)");
        for (String body : List.of("{}", "{\"dry_run\": true}", "{\"scope\": \"tenants\"}")) {
            HttpResponse<String> edited = post(API + "/apply", body);
            assertThat(edited.statusCode()).isEqualTo(409);
            assertThat(code(edited)).isEqualTo("MIGRATION_SCRIPTS_CHANGED");
            assertThat(error(edited).get("message").stringValue()).contains("V2001__notes.sql", "never edited");
            assertThat(error(edited).at("/details/schema").stringValue()).isNotEmpty();
        }
        assertThat(code(post("/api/v1/admin/tenants/t4/migrate", ""))).isEqualTo("MIGRATION_SCRIPTS_CHANGED");

        fleet.remove("tenant", "V2001__notes.sql");
        HttpResponse<String> gone = post(API + "/apply", "{}");
        assertThat(code(gone)).isEqualTo("MIGRATION_SCRIPTS_CHANGED");
        assertThat(error(gone).get("message").stringValue()).contains("V2001__notes.sql", "back");
        fleet.script("tenant", "V2001__notes.sql", script);

        fleet.script("regional", "V2000__late.sql", "SELECT 1");
        HttpResponse<String> late = post(API + "/apply", "{}");
        assertThat(code(late)).isEqualTo("MIGRATION_SCRIPTS_CHANGED");
        assertThat(error(late).get("message").stringValue()).contains("V2000__late.sql", "above");
        assertThat(post(API + "/apply", "{\"scope\": \"tenants\"}").statusCode())
                .isEqualTo(200);
        fleet.remove("regional", "V2000__late.sql");
        assertThat(data(post(API + "/apply", "{}")).get("up_to_date").booleanValue())
                .isTrue();
    }

    /** Although the first answer was lost. */
    private void everyStepIsToldOnceAndInOrder() {
        List<String> steps = Await.value("the end of the run", heard::all, all -> all.contains("run done"));
        assertThat(steps)
                .startsWith("run begun", "wave 1 begun", "migrated platform_common", "wave 1 ended", "wave 2 begun")
                .endsWith("wave 6 ended", "run done")
                .doesNotHaveDuplicates();
        assertThat(steps)
                .filteredOn(step -> step.startsWith("migrated tenant_t"))
                .hasSize(8);
    }

    private void whatFailsOnOneTenantStopsTheRunUntilItIsRepaired() throws Exception {
        fleet.onTenants("CREATE TABLE tenant_t2.taken (other text)");
        fleet.script("tenant", "V2002__taken.sql", "CREATE TABLE taken (id bigint)");

        HttpResponse<String> accepted = post(API + "/apply", "{\"scope\": \"tenants\", \"canaries\": [\"t2\"]}");
        JsonNode run = ended(accepted, "stopped");
        String id = run.get("id").stringValue();
        assertThat(run.at("/failures/0/tenant").stringValue()).isEqualTo("t2");
        assertThat(run.at("/failures/0/sqlstate").stringValue()).isEqualTo("42P07");
        assertThat(fleet.count("SELECT count(*) FROM pg_tables WHERE tablename = 'taken'"))
                .isEqualTo(1);
        JsonNode status = data(get(API + "/status?detailed=true"));
        assertThat(status.at("/tenants/failed").longValue()).isEqualTo(1);
        assertThat(status.at("/open_runs/0/id").stringValue()).isEqualTo(id);
        assertThat(status.get("behind")).hasSize(9);
        JsonNode failed = data(get(RUNS + id + "/targets?state=failed"));
        assertThat(failed).singleElement().satisfies(target -> assertThat(
                        target.get("error").stringValue())
                .contains("taken"));
        HttpResponse<String> second = post(API + "/apply", "{\"scope\": \"tenants\"}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(error(second).get("code").stringValue()).isEqualTo("MIGRATION_RUNNING");
        assertThat(error(second).at("/details/run").stringValue()).isEqualTo(id);

        String script = fleet.edit("tenant", "V2001__notes.sql", "CREATE TABLE notes (id text)");
        HttpResponse<String> edited = post(RUNS + id + "/resume", "");
        assertThat(code(edited)).isEqualTo("MIGRATION_SCRIPTS_CHANGED");
        fleet.script("tenant", "V2001__notes.sql", script);
        fleet.onTenants("DROP TABLE tenant_t2.taken");
        assertThat(post(RUNS + id + "/resume", "").statusCode()).isEqualTo(200);
        JsonNode done = ended(accepted, "done");
        assertThat(done.get("failures")).isEmpty();
        assertThat(fleet.count("SELECT count(*) FROM pg_tables WHERE tablename = 'taken'"))
                .isEqualTo(7);
        assertThat(error(post(RUNS + id + "/abort", "")).get("code").stringValue())
                .isEqualTo("WRONG_MIGRATION_RUN_STATE");
    }

    private void whatCannotBeARunIsRefusedWithACode() throws Exception {
        assertThat(send("reader", "POST", API + "/apply", "{}").statusCode()).isEqualTo(403);
        assertThat(send("reader", "GET", API + "/runs", null).statusCode()).isEqualTo(200);
        assertThat(send("nobody", "GET", API + "/runs", null).statusCode()).isEqualTo(403);
        assertThat(code(post(API + "/apply", "{\"scope\": \"moon\"}"))).isEqualTo("VALIDATION_ERROR");
        assertThat(code(post(API + "/apply", "{\"per_server\": 65}"))).isEqualTo("VALIDATION_ERROR");
        assertThat(code(post(API + "/apply", "{\"canaries\": [\"nobody\"]}"))).isEqualTo("TENANT_NOT_FOUND");
        assertThat(code(post("/api/v1/admin/tenants/nobody/migrate", ""))).isEqualTo("TENANT_NOT_FOUND");
        assertThat(code(get(RUNS + "7"))).isEqualTo("INVALID_ID");
        assertThat(code(get(RUNS + "00000000-0000-7000-8000-000000000001"))).isEqualTo("MIGRATION_RUN_NOT_FOUND");
        assertThat(code(get(API + "/schemas?cursor=x"))).isEqualTo("VALIDATION_ERROR");

        fleet.script("tenant", "V2003__one.sql", "SELECT 1");
        fleet.script("tenant", "V2003__two.sql", "SELECT 2");
        HttpResponse<String> twice = post(API + "/apply", "{}");
        assertThat(code(twice)).isEqualTo("MIGRATION_SCRIPTS_INVALID");
        assertThat(error(twice).get("message").stringValue()).contains("V2003__one.sql", "V2003__two.sql");
        fleet.remove("tenant", "V2003__two.sql");

        HttpResponse<String> one = post("/api/v1/admin/tenants/t4/migrate", "");
        assertThat(ended(one, "done").at("/waves/0/size").intValue()).isEqualTo(1);
    }

    private void schemasAreListedInParts() throws Exception {
        List<String> all = new ArrayList<>();
        String next = API + "/schemas?level=tenant&limit=3";
        while (true) {
            JsonNode part = json.readTree(get(next).body());
            part.get("data")
                    .forEach(each -> all.add(each.get("tenant").stringValue() + " "
                            + each.get("state").stringValue()));
            if (!part.at("/pagination/has_next").booleanValue()) {
                break;
            }
            next = API + "/schemas?level=tenant&limit=3&cursor="
                    + part.at("/pagination/next_cursor").stringValue();
        }
        assertThat(all)
                .containsExactly(
                        "platform behind",
                        "t1 behind",
                        "t2 behind",
                        "t3 behind",
                        "t4 up_to_date",
                        "t5 behind",
                        "t6 behind",
                        "t7 behind");
    }

    private JsonNode ended(HttpResponse<String> accepted, String state) {
        String id = data(accepted).get("id").stringValue();
        return Await.value("the run to be " + state, () -> data(get(RUNS + id)), run -> run.get("state")
                .stringValue()
                .equals(state));
    }

    private JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return json.readTree(response.body()).get("data");
    }

    private JsonNode error(HttpResponse<String> response) {
        return json.readTree(response.body()).get("error");
    }

    private String code(HttpResponse<String> response) {
        return error(response).get("code").stringValue();
    }

    private HttpResponse<String> get(String path) {
        return send("admin", "GET", path, null);
    }

    private HttpResponse<String> post(String path, String body) {
        return send("admin", "POST", path, body);
    }

    private HttpResponse<String> send(String user, String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ServiceApplication.port(service) + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Backends.shared().issuer().issueToken("NeoAdmin", user))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
