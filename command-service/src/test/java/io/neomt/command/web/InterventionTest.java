package io.neomt.command.web;

import static io.neomt.command.web.Workplace.quoted;
import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.admin.projections.Tables.PARKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.event.TenantId;
import io.neomt.view.jooq.admin.eventstore.tables.records.InterventionRecord;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Events that no view can take in are skipped and patched by commands, which are events of the same tenant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterventionTest {

    private final Api api = new Api();
    private String tenant = "";

    @BeforeAll
    void aTenantThatIsParkedAtItsFirstEvent() {
        String slug = "i" + UUID.randomUUID().toString().substring(0, 8);
        tenant = api.post("/api/v1/admin/tenants", quoted("{'name':'I','slug':'" + slug + "'}"))
                .send()
                .text("id");
        api.database().write(dsl -> dsl.insertInto(PARKED)
                .set(PARKED.TENANT_ID, UUID.fromString(tenant))
                .set(PARKED.PROJECTION, "tenantschema")
                .set(PARKED.POSITION, 1L)
                .set(PARKED.REASON, "poison")
                .execute());
    }

    @AfterAll
    void end() {
        api.close();
    }

    @Test
    void aPatchIsAnEventOfTheTenantAndARowForWhoeverMakesViews() {
        long before = api.head(tenant);
        Answer patched = patch(
                1,
                "{'reason':'lost','type':'neo.tenant.suspended.v1','event':{'tenant_id':'" + tenant
                        + "','reason':'x'}}");

        assertThat(patched.status()).as(patched.toString()).isEqualTo(202);
        assertThat(api.head(tenant)).isEqualTo(before + 1);
        assertThat(lastType()).isEqualTo("neo.projection.event-patched.v1");
        InterventionRecord row = row();
        assertThat(row.getType()).isEqualTo("neo.tenant.suspended.v1");
        assertThat(row.getDecidedAt()).isEqualTo(before + 1);
        assertThat(row.getPayload()).isNotEmpty();

        Answer skipped = skip(1, "{'projection':'tenantschema','reason':'after all'}");
        assertThat(skipped.status()).as(skipped.toString()).isEqualTo(202);
        assertThat(lastType()).isEqualTo("neo.projection.event-skipped.v1");
        assertThat(row().getType()).isNull();
        assertThat(row().getPayload()).isNull();
    }

    @Test
    void whatIsWrongIsRefusedAndNothingHappens() {
        long before = api.head(tenant);
        String user = "'event':{'user_id':'" + UUID.randomUUID() + "'}}";

        refused(skip(1, "{'projection':'tenantschema'}"), 400, "");
        refused(skip(1, "{'projection':'tenantschema','reason':' '}"), 400, "VALIDATION_ERROR");
        refused(skip(0, "{'projection':'tenantschema','reason':'x'}"), 400, "VALIDATION_ERROR");
        refused(skip(2, "{'projection':'tenantschema','reason':'x'}"), 409, "EVENT_NOT_PARKED");
        refused(skip(1, "{'projection':'permissionsets','reason':'x'}"), 409, "EVENT_NOT_PARKED");
        refused(patch(1, "{'type':'neo.user.deactivated.v1'," + user), 400, "");
        refused(patch(2, "{'reason':'x','type':'neo.user.deactivated.v1'," + user), 409, "EVENT_NOT_PARKED");
        refused(patch(1, "{'reason':'x','type':'neo.user.teleported.v1'," + user), 422, "PATCH_UNDECODABLE");
        refused(patch(1, "{'reason':'x','type':'neo.user.deactivated.v1','event':{}}"), 422, "PATCH_UNDECODABLE");
        refused(patch(1, "{'reason':'x','type':'neo.user.deactivated.v1'," + user), 422, "PATCH_OF_ANOTHER_SUBJECT");
        refused(
                patch(
                        1,
                        "{'reason':'x','type':'neo.tenant.suspended.v1','event':{'tenant_id':'" + UUID.randomUUID()
                                + "','reason':'x'}}"),
                422,
                "PATCH_OF_ANOTHER_SUBJECT");
        Answer stranger = api.post(path(1, "skip"), quoted("{'projection':'tenantschema','reason':'x'}"))
                .as(api.token(TokenSpec.of("tenant-nobody", "ann")))
                .send();
        assertThat(stranger.status()).isIn(403, 404);
        assertThat(api.head(tenant)).isEqualTo(before);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (!code.isEmpty()) {
            assertThat(answer.code()).isEqualTo(code);
        }
    }

    private Answer skip(long position, String body) {
        return api.post(path(position, "skip"), quoted(body)).send();
    }

    private Answer patch(long position, String body) {
        return api.post(path(position, "patch"), quoted(body)).send();
    }

    private String path(long position, String action) {
        return "/api/v1/admin/tenants/" + tenant + "/events/" + position + "/" + action;
    }

    private String lastType() {
        return api.database().read(dsl -> dsl.select(EVENT.TYPE)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(TenantId.of(tenant).value()))
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchSingle(EVENT.TYPE));
    }

    private InterventionRecord row() {
        return api.database()
                .read(dsl -> dsl.fetchSingle(
                        INTERVENTION,
                        INTERVENTION.TENANT_ID.eq(TenantId.of(tenant).value())));
    }
}
