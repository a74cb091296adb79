package io.neomt.migration.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.testkit.backends.Await;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What operators learn of scripts and schemas, and how they take versions back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyHttpTest {

    private static final String API = "/api/v1/admin/migrations";

    private RunningFleet fleet;
    private ConfigurableApplicationContext service;
    private Operator operator;

    @BeforeAll
    void start(@TempDir Path folder) {
        fleet = new RunningFleet(folder, 5);
        service = fleet.start("--neo.migrations.at-start=false");
        operator = new Operator(ServiceApplication.port(service));
        // the schemas that no tenant has are made by the first run
        ended(operator.post(API + "/apply", "{}"), "done");
    }

    @AfterAll
    void stop() {
        service.close();
        operator.close();
    }

    /** One after the other, since all of them are about the same schemas. */
    @Test
    void anOperatorLooksTriesAndTakesBack() {
        whatWasChangedByHandIsNamed();
        aBadScriptIsNamedBeforeItIsRun();
        versionsAreTakenBackWhereThereIsAWay();
        whatCannotBeTakenBackIsRefused();
    }

    private void aBadScriptIsNamedBeforeItIsRun() {
        fleet.script("tenant", "V2004__bad.sql", "SELECT 1;\nCREATE INDEX ON users (display_name)");
        JsonNode findings = operator.data(operator.get(API + "/lint"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.get("file").stringValue()).isEqualTo("V2004__bad.sql");
            assertThat(finding.get("line").intValue()).isEqualTo(2);
            assertThat(finding.get("rule").stringValue()).isEqualTo("index-locks-writes");
            assertThat(finding.get("severity").stringValue()).isEqualTo("error");
            assertThat(finding.get("safe_form").stringValue()).contains("CONCURRENTLY");
        });

        JsonNode report = operator.data(operator.post(API + "/apply", "{\"dry_run\": true}"));
        assertThat(report.get("passed").booleanValue()).as(report.toString()).isTrue();
        assertThat(report.at("/to/tenant").stringValue()).isEqualTo("2004");
        assertThat(report.get("findings")).hasSize(1);
        JsonNode sample = report.get("samples")
                .valueStream()
                .filter(each -> each.get("level").stringValue().equals("tenant"))
                .findFirst()
                .orElseThrow();
        JsonNode script = sample.get("scripts").get(sample.get("scripts").size() - 1);
        assertThat(script.get("where").stringValue()).isEqualTo("rolled_back");
        assertThat(script.at("/statements/1/locks/0/mode").stringValue()).isEqualTo("ShareLock");
        assertThat(fleet.count("SELECT count(*) FROM pg_indexes WHERE indexname = 'users_display_name_idx'"))
                .isZero();
        assertThat(operator.data(operator.get(API + "/status")).get("open_runs"))
                .isEmpty();
        fleet.remove("tenant", "V2004__bad.sql");
    }

    private void whatWasChangedByHandIsNamed() {
        JsonNode all = operator.data(operator.get(API + "/drift"));
        assertThat(all.get("schemas")).isEmpty();
        assertThat(all.get("unreachable")).isEmpty();
        fleet.onTenants("ALTER TABLE tenant_t5.users ADD COLUMN by_hand text");
        JsonNode report = operator.data(operator.get(API + "/drift?tenant=t5"));
        assertThat(report.at("/schemas/0/tenant").stringValue()).isEqualTo("t5");
        assertThat(report.at("/schemas/0/objects/0/object").stringValue()).isEqualTo("users.by_hand");
        assertThat(report.at("/schemas/0/objects/0/difference").stringValue()).isEqualTo("unexpected");
        fleet.onTenants("ALTER TABLE tenant_t5.users DROP COLUMN by_hand");
        assertThat(operator.code(operator.get(API + "/drift?tenant=nobody"))).isEqualTo("TENANT_NOT_FOUND");
        assertThat(operator.send("nobody", "GET", API + "/lint", null).statusCode())
                .isEqualTo(403);
    }

    private void versionsAreTakenBackWhereThereIsAWay() {
        fleet.script("tenant", "V2101__notes.sql", "CREATE TABLE notes (id bigint)");
        fleet.script("tenant", "V2102__index.sql", "CREATE INDEX CONCURRENTLY notes_id ON notes (id)");
        fleet.script("tenant", "U2102__index.sql", "DROP INDEX CONCURRENTLY notes_id");
        HttpResponse<String> one = operator.post("/api/v1/admin/tenants/t1/migrate", "");
        String ofOne = ended(one, "done").get("id").stringValue();
        ended(operator.post(API + "/apply", "{}"), "done");
        assertThat(indexes()).isEqualTo(6);

        HttpResponse<String> noWay = rollBack("2101", "");
        assertThat(noWay.statusCode()).isEqualTo(409);
        assertThat(operator.code(noWay)).isEqualTo("MIGRATION_UNDO_MISSING");
        assertThat(operator.error(noWay).at("/details/file").stringValue()).startsWith("U2101__");
        assertThat(indexes()).isEqualTo(6);

        ended(rollBack("V2102", ", \"run\": \"" + ofOne + "\""), "done");
        assertThat(fleet.count(
                        "SELECT count(*) FROM pg_indexes WHERE indexname = 'notes_id' AND schemaname = 'tenant_t1'"))
                .isZero();
        assertThat(indexes()).isEqualTo(5);

        ended(rollBack("2102", ", \"tenant\": \"t2\""), "done");
        assertThat(indexes()).isEqualTo(4);
        JsonNode run = ended(rollBack("2102", ", \"canaries\": [\"t4\"]"), "done");
        assertThat(run.get("direction").stringValue()).isEqualTo("rollback");
        assertThat(run.get("waves"))
                .extracting(wave -> wave.get("level").stringValue())
                .startsWith("template", "tenant")
                .hasSize(4);
        assertThat(indexes()).isZero();
        assertThat(fleet.count("SELECT count(*) FROM pg_indexes WHERE indexname = 'notes_id'"))
                .isZero();
        assertThat(fleet.countAdmin("SELECT count(*) FROM admin.tenants WHERE template_version = '2101'"))
                .isEqualTo(6);
        assertThat(operator.data(operator.get(API + "/drift")).get("schemas")).isEmpty();
        assertThat(operator.data(rollBack("2102", "")).get("up_to_date").booleanValue())
                .isTrue();

        whatWasTakenBackStaysSoUntilSomebodyAppliesItAgain();

        fleet.script("tenant", "U2101__notes.sql", "DROP TABLE notes");
        ended(rollBack("2101", ""), "done");
        fleet.remove("tenant", "V2101__notes.sql");
        fleet.remove("tenant", "V2102__index.sql");
        assertThat(operator.data(operator.post(API + "/apply", "{}"))
                        .get("up_to_date")
                        .booleanValue())
                .isTrue();
        assertThat(operator.data(operator.get(API + "/status"))
                        .at("/tenants/behind")
                        .longValue())
                .isZero();
        fleet.validate("t3");
    }

    private void whatWasTakenBackStaysSoUntilSomebodyAppliesItAgain() {
        service.close();
        operator.close();
        fleet.script("regional", "V2101__functions.sql", "CREATE TABLE everybodys (id bigint)");
        service = fleet.start();
        operator = new Operator(ServiceApplication.port(service));
        Await.until(
                "the run at the start, of what nobody took back",
                () -> fleet.count("SELECT count(*) FROM pg_tables WHERE tablename = 'everybodys'") == 1);
        assertThat(fleet.countAdmin("SELECT count(*) FROM admin.migration_targets WHERE state = 'pending'"))
                .isZero();
        assertThat(fleet.count("SELECT count(*) FROM pg_indexes WHERE indexname = 'notes_id'"))
                .isZero();

        ended(operator.post("/api/v1/admin/tenants/t5/migrate", ""), "done");
        assertThat(indexes()).isEqualTo(1);
        ended(rollBack("2102", ""), "done");
    }

    private void whatCannotBeTakenBackIsRefused() {
        assertThat(operator.code(rollBack("3", ""))).isEqualTo("MIGRATION_UNDO_MISSING");
        assertThat(operator.code(rollBack("x", ""))).isEqualTo("VALIDATION_ERROR");
        assertThat(operator.code(rollBack("3", ", \"tenant\": \"nobody\""))).isEqualTo("TENANT_NOT_FOUND");
        assertThat(operator.code(operator.post(API + "/rollback", "{\"scope\": \"admin\", \"version\": \"3\"}")))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(operator.send("reader", "POST", API + "/rollback", "{\"scope\": \"tenants\", \"version\": \"3\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    private long indexes() {
        return fleet.count(
                "SELECT count(*) FROM pg_indexes WHERE indexname = 'notes_id' AND schemaname <> 'tenant_template'");
    }

    private HttpResponse<String> rollBack(String version, String more) {
        return operator.post(
                API + "/rollback", "{\"scope\": \"tenants\", \"version\": \"" + version + "\"" + more + "}");
    }

    private JsonNode ended(HttpResponse<String> accepted, String state) {
        return operator.ended(API + "/runs/", accepted, state);
    }
}
