package io.neomt.command.web;

import static io.neomt.command.web.Workplace.changed;
import static io.neomt.command.web.Workplace.quoted;
import static io.neomt.command.web.Workplace.refused;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.event.TenantId;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A tenant from the wish for it to its end, over HTTP and in its row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantLifeTest {

    private static final String TENANTS_PATH = "/api/v1/admin/tenants";
    private static final String ACTIVE =
            "'active':{'connection_name':'" + StackSeed.CONNECTION + "','template_version':'1'}";

    private final Api api = new Api();

    @AfterAll
    void end() {
        api.close();
    }

    @Test
    void itsFirstAdministratorActsWhileItIsActiveAndNeverBringsItBack() {
        Made tenant = make();
        assertThat(tenant.adaMakesAUser().status()).isEqualTo(201);

        changed(tenant.post("/suspend", "{'reason':'unpaid'}"));
        assertThat(tenant.row().getStatus()).isEqualTo("suspended");
        assertThat(tenant.row().getSuspendedReason()).isEqualTo("unpaid");
        refused(tenant.adaMakesAUser(), 403, "TENANT_SUSPENDED", tenant.slug);
        refused(tenant.platformMakesAUser(), 403, "TENANT_SUSPENDED", tenant.slug);
        refused(api.post(tenant.path("/resume"), null).as(tenant.ada()).send(), 403, "TENANT_FORBIDDEN", "");

        changed(tenant.post("/resume", null));
        assertThat(tenant.row().getSuspendedReason()).isNull();
        assertThat(tenant.adaMakesAUser().status()).isEqualTo(201);
    }

    @Test
    void aDeletedTenantIsRestoredToWhatItWas() {
        Made tenant = make();
        changed(tenant.post("/suspend", "{'reason':'unpaid'}"));
        changed(api.delete(tenant.path("?purge_after=P1D")).send());
        assertThat(tenant.row().getStatus()).isEqualTo("deprovisioning");
        refused(tenant.adaMakesAUser(), 403, "TENANT_DELETED", tenant.slug);
        refused(tenant.post("/restore", null), 409, "WRONG_TENANT_STATUS", "deprovisioning");

        changed(tenant.post("/deprovisioned", null));
        assertThat(tenant.row().getRestorableUntil())
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(25)));
        changed(tenant.post("/restore", null));
        assertThat(tenant.row().getStatus()).isEqualTo("suspended");
        assertThat(tenant.row().getRestorableUntil()).isNull();
        changed(tenant.post("/resume", null));
        assertThat(tenant.adaMakesAUser().status()).isEqualTo(201);
    }

    @Test
    void whoseTimeIsOverIsPurgedAndItsSlugStaysTaken() {
        Made tenant = make();
        changed(api.delete(tenant.path("?purge_after=PT0S")).send());
        changed(tenant.post("/deprovisioned", null));
        tenant.await(row -> row.getPurgeRequestedAt() != null);
        refused(tenant.post("/restore", null), 409, "RESTORE_TIME_OVER", "restorable_until");

        changed(tenant.post("/purged", "{'removed':['schema " + tenant.row().getSchemaName() + "']}"));
        assertThat(tenant.row().getStatus()).isEqualTo("purged");
        assertThat(tenant.row().getRemoved().data())
                .contains("schema " + tenant.row().getSchemaName());
        assertThat(tenant.row().getConnectionName())
                .as("nothing of it is there any more")
                .isNull();
        assertThat(tenant.row().getDatabaseRole()).isNull();
        refused(
                api.post(TENANTS_PATH, quoted("{'name':'Again','slug':'" + tenant.slug + "'}"))
                        .send(),
                409,
                "SLUG_TAKEN",
                tenant.slug);
        refused(tenant.adaMakesAUser(), 403, "TENANT_DELETED", tenant.slug);
        refused(tenant.post("/resume", null), 409, "WRONG_TENANT_STATUS", "purged");
    }

    @Test
    void aTenantThatCouldNotBeMadeIsTriedAgain() {
        Made tenant = request();
        changed(tenant.report("'placement':{'connection_name':'" + StackSeed.CONNECTION
                + "','database_role':'tenant_x','reasons':['room']}"));
        assertThat(tenant.row().getStatus()).isEqualTo("provisioning");
        assertThat(tenant.row().getDatabaseRole()).isEqualTo("tenant_x");
        changed(tenant.report("'steps':[{'step':'schema','attempt':3,'outcome':'compensated','millis':5}],"
                + "'failed':{'step':'schema','reason':'disk full'}"));
        assertThat(tenant.row().getStatus()).isEqualTo("failed");
        assertThat(tenant.row().getFailedReason()).isEqualTo("disk full");
        assertThat(tenant.row().getConnectionName()).isNull();
        refused(tenant.report(ACTIVE), 409, "WRONG_TENANT_STATUS", "failed");

        changed(tenant.post("/provisioning/retry", null));
        changed(tenant.report(ACTIVE));
        assertThat(tenant.row().getStatus()).isEqualTo("active");
        assertThat(tenant.row().getFailedReason()).isNull();
    }

    @Test
    void nameAndContactsAreChanged() {
        Made tenant = request();
        changed(api.put(
                        tenant.path(""),
                        quoted("{'name':'New','contacts':[{'kind':'billing','name':'Bob','email':'bob@example.org'}]}"))
                .send());
        assertThat(tenant.row().getName()).isEqualTo("New");
        assertThat(tenant.row().getContacts().data()).contains("bob@example.org");
    }

    @Test
    void badInputIsRefusedByName() {
        Made tenant = request();
        refused(
                tenant.report("'steps':[{'step':'s','attempt':0,'outcome':'done','millis':1}]"),
                400,
                "VALIDATION_ERROR",
                "steps");
        refused(
                tenant.report("'steps':[{'step':'s','attempt':1,'outcome':'odd','millis':1}]"),
                400,
                "VALIDATION_ERROR",
                "outcome");
        refused(tenant.report(ACTIVE + ",'failed':{'step':'s','reason':'r'}"), 400, "VALIDATION_ERROR", "failed");
        refused(
                tenant.report("'placement':{'connection_name':'nowhere','reasons':[]}"),
                422,
                "UNKNOWN_CONNECTION",
                "nowhere");
        refused(api.delete(tenant.path("?purge_after=soon")).send(), 400, "VALIDATION_ERROR", "purge_after");
        refused(
                api.post(TENANTS_PATH, quoted("{'name':'x','slug':'far-away','region':'moon-1'}"))
                        .send(),
                422,
                "UNKNOWN_REGION",
                "moon-1");
        refused(
                api.post(TENANTS_PATH, quoted("{'name':'x','slug':'acme\\\"; drop schema public; --'}"))
                        .send(),
                400,
                "VALIDATION_ERROR",
                "slug");
    }

    private Made make() {
        Made tenant = request();
        changed(tenant.report(ACTIVE));
        return tenant;
    }

    private Made request() {
        String slug = "l" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
        Answer requested = api.post(
                        TENANTS_PATH,
                        quoted("{'name':'L','slug':'" + slug
                                + "','first_admin':{'username':'ada'},'settings':{'free_permission_codes':true}}"))
                .send();
        changed(requested);
        return new Made(slug, requested.text("id"));
    }

    /** A tenant and its first administrator. */
    private final class Made {

        private final String slug;
        private final String id;

        private Made(String slug, String id) {
            this.slug = slug;
            this.id = id;
        }

        private String path(String rest) {
            return TENANTS_PATH + "/" + id + rest;
        }

        private Answer post(String rest, @Nullable String body) {
            return api.post(path(rest), body == null ? null : quoted(body)).send();
        }

        private Answer report(String parts) {
            return post("/provisioning", "{" + parts + "}");
        }

        private String ada() {
            return api.token(TokenSpec.of("tenant-" + slug, "ada"));
        }

        private Answer adaMakesAUser() {
            return api.post("/api/v1/users", someUser()).as(ada()).send();
        }

        private Answer platformMakesAUser() {
            return api.post("/api/v1/tenants/" + slug + "/users", someUser()).send();
        }

        private String someUser() {
            return quoted("{'username':'u" + UUID.randomUUID() + "'}");
        }

        private TenantsRecord row() {
            return api.database()
                    .read(dsl -> dsl.fetchSingle(
                            TENANTS, TENANTS.ID.eq(TenantId.of(id).value())));
        }

        private void await(Predicate<TenantsRecord> condition) {
            long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!condition.test(row())) {
                assertThat(System.nanoTime()).isLessThan(until);
            }
        }
    }
}
