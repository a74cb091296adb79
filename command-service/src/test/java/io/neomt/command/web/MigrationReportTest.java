package io.neomt.command.web;

import static io.neomt.command.web.Workplace.quoted;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.event.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the orchestrator of migrations says becomes events, and the version of a tenant's schema. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationReportTest {

    private final Api api = new Api();

    @AfterAll
    void end() {
        api.close();
    }

    @Test
    void aRunIsInThePlatformsSequenceAndItsTenantsStayAtTheirNewVersion() {
        UUID run = UUID.randomUUID();
        String path = "/api/v1/admin/migrations/runs/" + run + "/steps";
        String tenant = active();
        String twice = active();
        String steps = "{'steps':[{'run':{'change':'begun','scope':'tenants','direction':'apply','schemas':2}},"
                + "{'wave':{'number':1,'change':'begun','size':2,'failed':0}},"
                + migrated(tenant, "1", "2001")
                + migrated(twice, "1", "2001")
                + migrated(twice, "2001", "2002")
                + "{'failed':{'level':'tenant','connection':'c','schema':'tenant_y','to_version':'2001','attempts':1,"
                + "'sqlstate':'42P07','error':'it exists'}},"
                + "{'run':{'change':'stopped','scope':'tenants','direction':'apply','schemas':2,'reason':'one failed'}}]}";
        long before = api.head(TenantId.PLATFORM.toString());

        Answer told = api.post(path, quoted(steps))
                .header("Idempotency-Key", "k-" + run)
                .send();
        assertThat(told.status()).as(told.toString()).isEqualTo(202);
        assertThat(api.head(TenantId.PLATFORM.toString())).isEqualTo(before + 7);
        assertThat(version(tenant)).isEqualTo("2001");
        assertThat(version(twice)).isEqualTo("2002");

        assertThat(api.post(path, quoted(steps))
                        .header("Idempotency-Key", "k-" + run)
                        .send()
                        .status())
                .isEqualTo(202);
        assertThat(api.head(TenantId.PLATFORM.toString())).isEqualTo(before + 7);

        assertThat(api.post("/api/v1/admin/tenants/" + tenant + "/suspend", quoted("{'reason':'x'}"))
                        .send()
                        .status())
                .isEqualTo(202);
        assertThat(version(tenant)).isEqualTo("2001");
    }

    @Test
    void whoMayNotProvisionTellsNothing() {
        String path = "/api/v1/admin/migrations/runs/" + UUID.randomUUID() + "/steps";
        Answer refused = api.post(path, quoted("{'steps':[]}"))
                .as(api.token(TokenSpec.of("tenant-nobody", "ann")))
                .send();
        assertThat(refused.status()).isIn(403, 404);
        assertThat(api.post(path, quoted("{'steps':[{}]}")).send().status()).isEqualTo(400);
    }

    private static String migrated(String tenant, String from, String to) {
        return "{'migrated':{'level':'tenant','connection':'c','schema':'tenant_x','tenant_id':'" + tenant
                + "','from_version':'" + from + "','to_version':'" + to + "','attempts':1,'millis':7}},";
    }

    private String active() {
        String slug = "m" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
        Answer requested = api.post("/api/v1/admin/tenants", quoted("{'name':'M','slug':'" + slug + "'}"))
                .send();
        String id = requested.text("id");
        Answer activated = api.post(
                        "/api/v1/admin/tenants/" + id + "/provisioning",
                        quoted("{'active':{'connection_name':'" + StackSeed.CONNECTION + "','template_version':'1'}}"))
                .send();
        assertThat(activated.status()).isEqualTo(202);
        return id;
    }

    private String version(String tenant) {
        return api.database().read(dsl -> dsl.fetchSingle(
                        TENANTS, TENANTS.ID.eq(TenantId.of(tenant).value()))
                .getTemplateVersion());
    }
}
