package io.neomt.command.web;

import static io.neomt.command.web.Workplace.changed;
import static io.neomt.command.web.Workplace.made;
import static io.neomt.command.web.Workplace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What limits a grant, from the body to the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsTest {

    private static final String UNTIL = "2999-01-01T00:00:00.001Z";

    private final Api api = new Api();
    private final Workplace tenant = Workplace.free(api);

    @AfterAll
    void end() {
        api.close();
    }

    @Test
    void aRoleHoldsTextsAndObjects() {
        String role = tenant.role("mixed");
        Answer set = tenant.put("/roles/" + role + "/permissions", """
                {'permissions':['posts.read.team',
                 {'permission':'posts.write','effect':'deny','resource':{'type':'post','id':'7'},
                  'expires_at':'%s','condition':'context.office'}]}""".formatted(UNTIL));
        changed(set);
        JsonNode permissions = set.data().required("permissions");
        assertThat(permissions.get(0).asString()).isEqualTo("posts.read.team");
        assertThat(permissions.get(1).toString())
                .isEqualTo("{\"permission\":\"posts.write.tenant\",\"effect\":\"deny\","
                        + "\"resource\":{\"type\":\"post\",\"id\":\"7\"},\"expires_at\":\"" + UNTIL
                        + "\",\"condition\":\"context.office\"}");
    }

    @Test
    void parentsAndAssignmentsCarryTerms() {
        String member = tenant.role("parent-member");
        String lead = tenant.role("parent-lead");
        Answer parents = tenant.put(
                "/roles/" + lead + "/parents",
                "{'parents':[{'role_id':'" + member + "','valid_from':'2026-01-01T00:00:00+02:00'}]}");
        changed(parents);
        assertThat(parents.data()
                        .required("inheritance")
                        .get(0)
                        .required("valid_from")
                        .asString())
                .isEqualTo("2025-12-31T22:00:00Z");

        String user = tenant.user("termed");
        Answer assigned = tenant.post(
                "/users/" + user + "/roles",
                "{'role_ids':['%s'],'assignments':[{'role_id':'%s','expires_at':'%s'}]}"
                        .formatted(member, lead, UNTIL));
        changed(assigned);
        assertThat(assigned.data().required("role_ids")).hasSize(2);
        assertThat(assigned.data()
                        .required("assignments")
                        .get(1)
                        .required("expires_at")
                        .asString())
                .isEqualTo(UNTIL);
        assertThat(tenant.post(
                                "/users/" + user + "/roles",
                                "{'role_id':'%s','assignments':[{'role_id':'%s','expires_at':'%s'}]}"
                                        .formatted(lead, lead, UNTIL))
                        .code())
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void aGrantOnOneResourceNeedsNoScope() {
        String user = tenant.user("instance");
        Answer granted = tenant.post(
                "/users/" + user + "/permissions",
                "{'permission':'docs.read','resource':{'type':'doc','id':'a b'},'effect':'allow'}");
        made(granted);
        assertThat(granted.text("permission")).isEqualTo("docs.read.tenant");
        assertThat(granted.data().required("resource").required("id").asString())
                .isEqualTo("a b");
        refused(
                tenant.post("/users/" + user + "/permissions", "{'permission':'docs.read','effect':'allow'}"),
                400,
                "INVALID_PERMISSION",
                "permission");
        refused(
                tenant.post(
                        "/users/" + user + "/permissions",
                        "{'permission':'docs.read','resource':{'type':'Doc','id':'7'}}"),
                400,
                "INVALID_PERMISSION",
                "resource");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithItsPlace() {
        String permissions = "/users/" + tenant.user("senseless") + "/permissions";
        String some = "{'permission':'docs.read.own',";
        refused(
                tenant.post(permissions, some + "'valid_from':'%s','expires_at':'%s'}".formatted(UNTIL, UNTIL)),
                422,
                "INVALID_WINDOW",
                UNTIL);
        refused(
                tenant.post(permissions, some + "'expires_at':'2020-01-01T00:00:00Z'}"),
                422,
                "INVALID_WINDOW",
                "2020-01-01T00:00:00Z");
        refused(
                tenant.post(permissions, some + "'expires_at':'2999-01-01T00:00:00.0001Z'}"),
                400,
                "VALIDATION_ERROR",
                "whole milliseconds");
        refused(tenant.post(permissions, some + "'expires_at':4102444800}"), 400, "VALIDATION_ERROR", "expires_at");
        refused(tenant.post(permissions, some + "'expires_at':'soon'}"), 400, "VALIDATION_ERROR", "is a time such as");
        refused(tenant.post(permissions, some + "'condition':'subject.'}"), 422, "INVALID_CONDITION", "\"column\":");
        refused(tenant.post(permissions, some + "'until':1}"), 400, "VALIDATION_ERROR", "until");
        String role = tenant.role("located");
        refused(
                tenant.put(
                        "/roles/" + role + "/permissions",
                        "{'permissions':['a.b.own',{'permission':'a.b.own','condition':'1 +'}]}"),
                422,
                "INVALID_CONDITION",
                "permissions[1]");
        refused(
                tenant.put("/roles/" + role + "/permissions", "{'permissions':['a.b.own','A.b.own']}"),
                400,
                "INVALID_PERMISSION",
                "permissions[1]");
    }

    @Test
    void whatIsOverGoesByItself() {
        String user = tenant.user("brief");
        String role = tenant.role("brief");
        Instant soon = Instant.now().plusMillis(400).truncatedTo(ChronoUnit.MILLIS);
        changed(tenant.post(
                "/users/" + user + "/roles",
                "{'assignments':[{'role_id':'" + role + "','expires_at':'" + soon + "'}]}"));
        Instant deadline = Instant.now().plusSeconds(20);
        String other = tenant.role("another");
        Answer look;
        do {
            // unassigning a role that the user does not have changes nothing and shows what it has
            look = tenant.delete("/users/" + user + "/roles", "{'role_id':'" + other + "'}");
        } while (!look.data().required("role_ids").isEmpty() && Instant.now().isBefore(deadline));
        assertThat(look.data().required("role_ids")).isEmpty();
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        assertThat(api.get("/metrics").send().response().body()).contains("expiry_lag_seconds", "expiry_swept_total");
    }
}
