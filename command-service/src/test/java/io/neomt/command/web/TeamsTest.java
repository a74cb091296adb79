package io.neomt.command.web;

import static io.neomt.command.web.Workplace.changed;
import static io.neomt.command.web.Workplace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Teams and many changes at once, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsTest {

    private static final String SOME_ID = "0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59";

    private final Api api = new Api();
    private final Workplace tenant = Workplace.free(api);

    @AfterAll
    void end() {
        api.close();
    }

    @Test
    void aTeamIsMadeChangedMovedAndDeleted() {
        String above = tenant.team("Above");
        String team = tenant.teamBelow(above, "Team");
        String below = tenant.teamBelow(team, "Below");
        refused(tenant.post("/teams", "{'name':'TEAM'}"), 409, "NAME_TAKEN", "team");
        changed(tenant.put("/teams/" + team, "{'name':'Team A','description':'Does'}"));
        refused(
                tenant.put("/teams/" + above + "/parent", "{'parent_id':'" + below + "'}"),
                422,
                "TEAM_CYCLE",
                "\"path\":[\"Above\",\"Below\",\"Team A\",\"Above\"]");
        refused(tenant.delete("/teams/" + team), 422, "TEAM_HAS_CHILDREN", "move_up");
        refused(tenant.delete("/teams/" + team + "?children=drop"), 400, "VALIDATION_ERROR", "children");
        changed(tenant.delete("/teams/" + team + "?children=move_up"));
        // the team below came to stand where the deleted one stood
        refused(tenant.delete("/teams/" + above), 422, "TEAM_HAS_CHILDREN", "\"children\":1");
        assertThat(tenant.put("/teams/" + below + "/parent", "{'parent_id':'" + above + "'}")
                        .status())
                .isEqualTo(200);
        changed(tenant.put("/teams/" + below + "/parent", "{'parent_id':null}"));
        assertThat(tenant.delete("/teams/" + above).status()).isEqualTo(202);
        refused(tenant.put("/teams/" + above, "{'name':'x'}"), 404, "TEAM_NOT_FOUND", above);
    }

    @Test
    void aTeamHasMembersRolesAndPermissions() {
        String team = "/teams/" + tenant.team("Holders");
        String ann = tenant.user("ann");
        String bob = tenant.user("bob");
        Answer added = tenant.post(
                team + "/members",
                "{'members':['%s',{'user_id':'%s','team_role':'lead','expires_at':'2999-01-01T00:00:00Z'}]}"
                        .formatted(ann, bob));
        changed(added);
        assertThat(added.data().required("members").get(0).required("team_role").asString())
                .isEqualTo("member");
        changed(tenant.delete(team + "/members", "{'user_ids':['" + ann + "']}"));
        assertThat(tenant.delete(team + "/members", "{'user_ids':['" + ann + "']}")
                        .status())
                .isEqualTo(200);
        refused(tenant.post(team + "/members", "{'members':['" + SOME_ID + "']}"), 422, "UNKNOWN_USER", SOME_ID);

        String role = tenant.role("of-team");
        changed(tenant.post(team + "/roles", "{'role_id':'" + role + "'}"));
        changed(tenant.delete(team + "/roles", "{'role_ids':['" + role + "']}"));
        Answer set = tenant.put(
                team + "/permissions", "{'permissions':[{'permission':'a.b.own','effect':'deny'},'c.d.team']}");
        changed(set);
        assertThat(set.data().required("permissions")).hasSize(2);
    }

    @Test
    void aMergedTeamGivesItsMembersWhatTheOtherHas() {
        String from = tenant.team("From");
        String into = tenant.team("Into");
        String boss = tenant.user("merged-boss");
        changed(tenant.post("/teams/" + from + "/members", "{'members':['" + boss + "']}"));
        changed(tenant.put("/teams/" + into + "/permissions", "{'permissions':['users.write.tenant']}"));
        String token = api.token(TokenSpec.of("tenant-" + tenant.slug, "merged-boss"));
        Api.Call create =
                api.post("/api/v1/users", "{\"username\":\"by-merged\"}").as(token);
        assertThat(create.send().status()).isEqualTo(403);

        Answer merged = tenant.post("/teams/" + from + "/merge", "{'into':'" + into + "'}");

        changed(merged);
        assertThat(merged.text("merged_into")).isEqualTo(into);
        assertThat(create.send().status()).isEqualTo(201);
        refused(tenant.post("/teams/" + into + "/merge", "{'into':'" + into + "'}"), 422, "TEAM_CYCLE", "Into");
    }

    @Test
    void manyChangesHappenTogether() {
        String ann = tenant.user("bulk-ann");
        String role = tenant.role("bulk-role");
        String team = tenant.team("Bulk");
        Answer done = tenant.post("/bulk", """
                {'operations':[
                 {'op':'assign_role','user_id':'%1$s','role_id':'%2$s','expires_at':'2999-01-01T00:00:00Z'},
                 {'op':'grant','user_id':'%1$s','permission':'a.b.own'},
                 {'op':'add_member','team_id':'%3$s','user_id':'%1$s'},
                 {'op':'grant','user_id':'%1$s','permission':'a.b.own'}]}""".formatted(ann, role, team));
        changed(done);
        JsonNode results = done.data().required("results");
        assertThat(results).hasSize(4);
        assertThat(results.get(3).required("changed").asBoolean()).isFalse();
        String grant = results.get(1).required("id").asString();
        assertThat(results.get(3).required("id").asString()).isEqualTo(grant);
        changed(tenant.post("/bulk", """
                {'operations':[{'op':'revoke','user_id':'%1$s','grant_id':'%2$s'},
                 {'op':'remove_member','team_id':'%3$s','user_id':'%1$s'},
                 {'op':'unassign_role','user_id':'%1$s','role_id':'%4$s'}]}""".formatted(ann, grant, team, role)));
    }

    @Test
    void oneRefusedOperationRefusesAllAndEachIsNamed() {
        String ann = tenant.user("refused-ann");
        String role = tenant.role("refused-role");
        String assign = "{'op':'assign_role','user_id':'%s','role_id':'%s'}";
        Answer refused = tenant.post(
                "/bulk",
                "{'operations':[" + assign.formatted(ann, role) + "," + assign.formatted(ann, SOME_ID) + ","
                        + assign.formatted(SOME_ID, role) + "]}");
        refused(refused, 422, "BULK_REFUSED", "UNKNOWN_ROLE");
        JsonNode errors = refused.error().required("details").required("errors");
        assertThat(errors.get(0).required("index").asInt()).isEqualTo(1);
        assertThat(errors.get(1).required("index").asInt()).isEqualTo(2);
        assertThat(errors.get(1).required("code").asString()).isEqualTo("USER_NOT_FOUND");
        Answer none = tenant.delete("/users/" + ann + "/roles", "{'role_id':'" + role + "'}");
        assertThat(none.status()).isEqualTo(200);
    }

    @Test
    void contradictionsAreNamedAndRefuseAll() {
        String ann = tenant.user("contra-ann");
        String role = tenant.role("contra-role");
        String team = tenant.team("Contra");
        String body = """
                {'operations':[
                 {'op':'assign_role','user_id':'%1$s','role_id':'%2$s'},
                 {'op':'unassign_role','user_id':'%1$s','role_id':'%2$s'},
                 {'op':'add_member','team_id':'%3$s','user_id':'%1$s'},
                 {'op':'remove_member','team_id':'%3$s','user_id':'%1$s'},
                 {'op':'assign_role','user_id':'%1$s','role_id':'%2$s','expires_at':'2999-01-01T00:00:00Z'},
                 {'op':'assign_role','user_id':'%1$s','role_id':'%2$s'}]}""".formatted(ann, role, team);
        Answer refused = tenant.post("/bulk", body);
        refused(refused, 422, "CONTRADICTORY_OPERATIONS", "contradicts");
        JsonNode errors = refused.error().required("details").required("errors");
        assertThat(errors.values().stream().map(error -> error.required("index").asInt()))
                .containsExactly(1, 3, 4);
    }

    @Test
    void aThousandOperationsAreTakenAndNotOneMore() {
        String ann = tenant.user("thousand");
        String grant = "{'op':'grant','user_id':'" + ann + "','permission':'many.read%d.own'}";
        StringBuilder body = new StringBuilder("{'operations':[");
        for (int i = 0; i < 1_000; i++) {
            body.append(i == 0 ? "" : ",").append(grant.formatted(i));
        }
        changed(tenant.post("/bulk", body + "]}"));
        refused(
                tenant.post("/bulk", body + "," + grant.formatted(1_000) + "]}"),
                400,
                "VALIDATION_ERROR",
                "1000 operations");
        refused(tenant.post("/bulk", "{'operations':[]}"), 400, "VALIDATION_ERROR", "operations");
    }

    @Test
    void anOperationHasTheFieldsOfItsKindAndNoOthers() {
        String ann = tenant.user("fields");
        String begin = "{'operations':[{'op':'grant','user_id':'" + ann + "',";
        refused(
                tenant.post("/bulk", begin + "'effect':'deny'}]}"),
                400,
                "VALIDATION_ERROR",
                "operations[0].permission");
        refused(
                tenant.post("/bulk", begin + "'permission':'a.b.own','team_id':'" + SOME_ID + "'}]}"),
                400,
                "VALIDATION_ERROR",
                "operations[0].team_id");
        refused(tenant.post("/bulk", "{'operations':[{'op':'wish'}]}"), 400, "VALIDATION_ERROR", "assign_role");
        refused(
                tenant.post("/bulk", begin + "'permission':'a.b.own','expires_at':'2020-01-01T00:00:00Z'}]}"),
                422,
                "BULK_REFUSED",
                "INVALID_WINDOW");
    }
}
