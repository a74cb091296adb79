package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.Shell.Run;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Migrations of the fleet, as an operator types them. */
class MigrateCliTest extends OnRunningPlatform {

    private static final Pattern RUN = Pattern.compile("run ([0-9a-f-]{36})");

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String first = "mig1" + unique;
    private final String second = "mig2" + unique;

    /** One after the other: a script that lies in the folder concerns everybody. */
    @Test
    void anOperatorBringsScriptsToTenants() {
        newTenantsAreMigratedWithoutAnybodyAsking();
        platform.stack().executeShared("CREATE TABLE tenant_" + first + ".cli_tasks (other text)");
        script("V2002__cli_tasks.sql", "CREATE TABLE cli_tasks (id bigint PRIMARY KEY)");

        whatIsInTheWayShowsBefore();
        String run = whatIsInTheWayStopsTheRunAndIsNamed();
        whenItIsRepairedTheRunGoesOn(run);
        oneTenantIsMigratedByItself();
        aVersionIsTakenBackByItsUndoScript();
        whatIsWrongIsRefused(run);
    }

    private void newTenantsAreMigratedWithoutAnybodyAsking() {
        script("V2001__cli_notes.sql", "CREATE TABLE cli_notes (id bigint PRIMARY KEY)");
        for (String slug : List.of(first, second)) {
            ok("tenant create " + slug);
            Waiting.until(
                    "the new tenant has the script", () -> platform.stack().hasTable("tenant_" + slug + ".cli_notes"));
            Waiting.until(
                    "its run has ended",
                    () -> neo("migrate tenant --slug " + slug).out().equals("everything is up to date\n"));
        }
    }

    private void script(String name, String sql) {
        OperatorScripts.write(platform.tenantScripts(), name, sql);
    }

    private void whatIsInTheWayShowsBefore() {
        Run tried = neo("migrate apply --dry-run --tenant " + first);
        assertThat(tried.code()).as(tried.out()).isEqualTo(1);
        assertThat(tried.out()).contains("V2002__cli_tasks.sql", "FAILS: 42P07", "could NOT be run: 1 schemas");
        assertThat(ok("migrate apply --dry-run --tenant " + second)).contains("could be run: 1 schemas in 1 waves");
        Run drifted = neo("migrate drift --tenant " + first);
        assertThat(drifted.code()).isEqualTo(1);
        assertThat(drifted.out()).contains("tenant_" + first, "unexpected", "cli_tasks", "1 of 1 schemas differ");
        assertThat(ok("migrate drift --tenant " + second)).isEqualTo("0 of 1 schemas differ\n");
        assertThat(neo("migrate lint").code()).isLessThan(2);
    }

    private String whatIsInTheWayStopsTheRunAndIsNamed() {
        Run stopped = neo("migrate apply --tenant " + first + " --canary " + first);
        assertThat(stopped.code()).as(stopped.out()).isEqualTo(1);
        assertThat(stopped.out())
                .contains("wave 1 of 1 careful: 0 migrated, 1 failed")
                .contains("failed: " + first + " (tenant_" + first + "): 42P07", "cli_tasks", "stopped: run ");
        String run = run(stopped.out());
        assertThat(ok("migrate status --detailed"))
                .contains("tenants", "2002", "stopped: run " + run)
                .containsPattern("failed +tenant +" + first)
                .containsPattern("behind +tenant +" + second);
        assertThat(neo("migrate tenant --slug " + first).out()).contains("MIGRATION_RUNNING", run);
        assertThat(platform.stack().hasTable("tenant_" + second + ".cli_tasks")).isFalse();
        return run;
    }

    private void whenItIsRepairedTheRunGoesOn(String run) {
        platform.stack().executeShared("DROP TABLE tenant_" + first + ".cli_tasks");
        assertThat(ok("migrate resume " + run)).contains("done: run " + run + ", 1 of 1 schemas");
        assertThat(platform.stack().hasTable("tenant_" + first + ".cli_tasks")).isTrue();
        assertThat(ok("migrate show " + run)).contains("WAVE", "done: run " + run);
        assertThat(ok("migrate runs")).containsPattern(run + " +apply +\\w+ +done +\\S+ +20\\d\\d-");
    }

    private void oneTenantIsMigratedByItself() {
        assertThat(ok("migrate tenant --slug " + second)).contains("done: run ");
        assertThat(ok("migrate tenant --slug " + second)).isEqualTo("everything is up to date\n");
        assertThat(ok("migrate apply --tenant " + second + " --json")).contains("\"up_to_date\":true");
    }

    private void aVersionIsTakenBackByItsUndoScript() {
        String command = "migrate rollback --scope tenant --version V2002 --tenant " + second;
        assertThat(neo(command).out()).contains("MIGRATION_UNDO_MISSING", "U2002__");
        script("U2002__cli_tasks.sql", "DROP TABLE cli_tasks");
        assertThat(ok(command)).contains("done: run ");
        assertThat(platform.stack().hasTable("tenant_" + second + ".cli_tasks")).isFalse();
        assertThat(ok(command)).isEqualTo("no schema has version 2002\n");
    }

    private void whatIsWrongIsRefused(String run) {
        assertThat(neo("migrate apply --scope mars").code()).isEqualTo(2);
        assertThat(neo("migrate rollback --version new").code()).isEqualTo(2);
        assertThat(neo("migrate").code()).isEqualTo(2);
        assertThat(neo("migrate tenant --slug nobody").out()).contains("TENANT_NOT_FOUND");
        assertThat(neo("migrate pause " + run).out()).contains("WRONG_MIGRATION_RUN_STATE");
        assertThat(neo("migrate show 00000000-0000-7000-8000-000000000001").code())
                .isEqualTo(1);
        assertThat(neo("migrate apply --help").out()).contains("Examples:", "--canary", "--tolerate");
    }

    private static String run(String out) {
        Matcher found = RUN.matcher(out);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String ok(String command) {
        Run run = neo(command);
        assertThat(run.code()).as(command + "\n" + run.out()).isZero();
        return run.out();
    }

    private Run neo(String command) {
        return Shell.on(data, command.split(" "));
    }
}
