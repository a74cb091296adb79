package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.Shell.Run;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The commands on tenants, as somebody types them. */
class TenantCliTest extends OnRunningPlatform {

    private final String slug = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whoWaitsForATenantThatCannotBeMadeLearnsAtWhichStepAndWhyAndCanTryAgain() {
        String schema = "tenant_" + slug;
        platform.stack().executeShared("CREATE SCHEMA " + schema);
        platform.stack().executeShared("CREATE TABLE " + schema + ".flyway_schema_history (strange int)");

        Run waited = neo("create", slug, "--wait");

        assertThat(waited.code()).isEqualTo(1);
        assertThat(waited.out())
                .contains("create_schema      failed", "does not exist")
                .contains("neo: the tenant could not be made: create_schema: ")
                .endsWith("; ./neo tenant retry tries again\n");
        assertThat(neo("show", slug).out()).contains("failed_step", "create_schema");
        Waiting.until(
                "what was made of it is taken back", () -> !platform.stack().hasSchema(schema));
        Run json = neo("create", slug, "--wait", "--json");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out()).contains("SLUG_TAKEN");
        assertThat(neo("retry", slug).code()).isZero();
        Waiting.until("it is made after all", () -> status().equals("active"));
    }

    @Test
    void aTenantThatWaitsSaysForWhat() {
        assertThat(Shell.on(data, "region", "add", slug, "--name", "Nowhere yet")
                        .code())
                .isZero();
        assertThat(neo("create", slug, "--region", slug, "--no-wait").code()).isZero();

        Waiting.until("it says why", () -> show().path("waiting_for")
                .asString("")
                .equals("no primary database connection is registered for region '" + slug + "'"));
        assertThat(neo("show", slug).out()).contains("waiting_for              no primary database");

        assertThat(neo("delete", slug, "--purge-after", "PT0S").code()).isZero();
        Waiting.until("it is gone", () -> status().equals("purged"));
    }

    @Test
    void aTenantsNameAndContactsAreChangedAndWhatIsNotGivenStays() {
        assertThat(neo("create", slug).code()).isZero();

        Run renamed = neo("update", slug, "--name", "Acme", "--contact", "billing=Ann Lee <ann@acme.example>");
        assertThat(renamed).isEqualTo(new Run(0, "changed tenant " + slug + "\n"));
        assertThat(neo("update", slug, "--name", "Acme Corp.").code()).isZero();

        JsonNode tenant = show();
        assertThat(tenant.path("name").asString()).isEqualTo("Acme Corp.");
        assertThat(tenant.path("contacts").get(0).path("kind").asString()).isEqualTo("billing");
        assertThat(tenant.path("contacts").get(0).path("name").asString()).isEqualTo("Ann Lee");
        assertThat(tenant.path("contacts").get(0).path("email").asString()).isEqualTo("ann@acme.example");

        assertThat(neo("update", slug, "--contact", "legal=Bob", "--contact", "ops=Eve", "--json")
                        .code())
                .isZero();
        assertThat(show().path("name").asString()).isEqualTo("Acme Corp.");
        assertThat(show().path("contacts")).hasSize(2);
        assertThat(neo("update", slug, "--no-contacts").code()).isZero();
        assertThat(show().path("contacts")).isEmpty();
        assertThat(neo("update", slug, "--contact", "nobody").code()).isEqualTo(2);
        assertThat(neo("update", "no-such-tenant", "--name", "x").code()).isEqualTo(1);
        assertThat(neo("update", "--help").out()).contains("Example:", "--contact");
    }

    private String status() {
        return show().path("status").asString("");
    }

    private JsonNode show() {
        return TestPlatform.JSON.readTree(neo("show", slug, "--json").out());
    }

    private Run neo(String action, String... more) {
        return Shell.on(
                data,
                Stream.concat(Stream.of("tenant", action), List.of(more).stream())
                        .toArray(String[]::new));
    }
}
