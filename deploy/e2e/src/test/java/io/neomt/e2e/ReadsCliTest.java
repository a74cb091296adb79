package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.Shell.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the command line shows of what is held, and how that is taken back, as somebody types it. */
class ReadsCliTest extends OnRunningPlatform {

    private String tenant = "";

    @BeforeEach
    void aTenant() {
        tenant = Workspace.create(platform).slug;
    }

    @Test
    void aTeamIsShownWithItsPlaceAndWithWhatItGives() {
        ok("role create operator --permission backups.run.tenant");
        ok("team create platform");
        ok("team create db --parent platform --description Databases");
        ok("team assign db operator --until 2120-01-01T00:00:00Z");
        ok("team grant db docs.read.team");
        ok("team grant db docs.write --deny --on doc/7");

        assertThat(ok("team list")).contains("PARENT ID", "platform", "db", "Databases");
        assertThat(ok("team show db"))
                .contains("%-24s platform\n".formatted("ancestors"))
                .contains("operator (until 2120-01-01T00:00:00Z)")
                .contains("%-24s docs.read.team, deny docs.write.tenant on doc/7\n".formatted("permissions"));
        assertThat(neo("team revoke db docs.write --on doc/8").code()).isEqualTo(1);
        ok("team revoke db docs.write --on doc/7");
        assertThat(ok("team show db")).contains("%-24s docs.read.team\n".formatted("permissions"));
        assertThat(ok("team update db --name databases")).isEqualTo("updated team db\n");
        assertThat(ok("team move databases")).isEqualTo("moved team databases to the top\n");
        assertThat(json("team show databases").path("ancestors")).isEmpty();
    }

    @Test
    void theMembersOfATeamAreListedWithTheirTerms() {
        ok("user create ann");
        ok("team create db");
        ok("team member add db ann --team-role lead --until 2120-01-01T00:00:00Z");

        assertThat(ok("team member list db")).contains("ann", "lead", "2120-01-01T00:00:00Z");
        assertThat(json("team show db").path("member_count").asInt()).isEqualTo(1);
        ok("user delete ann");
        assertThat(ok("team member list db")).doesNotContain("ann");
        assertThat(ok("user list")).doesNotContain("ann");
        assertThat(ok("user list --status deleted")).contains("ann");
    }

    @Test
    void aRoleIsShownWithDenialsInstancesAndTerms() {
        ok("role create reader --permission docs.read.tenant");
        ok("role create editor --inherits reader");
        ok("role grant editor docs.*.* --until 2120-01-01T00:00:00Z");
        ok("role grant editor docs.*.* --until 2120-01-01T00:00:00Z");
        ok("role grant editor docs.delete --deny --on doc/7 --when context.mfa==false");

        assertThat(ok("role show editor"))
                .contains("docs.*.* (until 2120-01-01T00:00:00Z)")
                .contains("deny docs.delete.tenant on doc/7 (when context.mfa==false)");
        assertThat(json("role show editor").path("permissions")).hasSize(2);
        assertThat(neo("role revoke editor docs.*.* --until 2121-01-01T00:00:00Z")
                        .code())
                .isEqualTo(1);
        ok("role revoke editor docs.*.* --until 2120-01-01T00:00:00Z");
        assertThat(neo("role revoke editor docs.delete --on doc/8").code()).isEqualTo(1);
        ok("role revoke editor docs.delete --on doc/7");
        assertThat(json("role show editor").path("permissions")).isEmpty();
    }

    @Test
    void theTeamsAndRolesOfAUserAreListedWithTheirTerms() {
        ok("user create ann");
        ok("team create db");
        ok("team member add db ann --team-role lead --until 2120-01-01T00:00:00Z");
        ok("role create reader");
        ok("user assign ann reader --until 2121-01-01T00:00:00Z");

        assertThat(ok("user teams ann")).contains("TEAM ROLE", "db", "lead", "2120-01-01T00:00:00Z");
        assertThat(json("user teams ann").path(0).path("team_role").asString()).isEqualTo("lead");
        assertThat(ok("user roles ann")).contains("reader", "2121-01-01T00:00:00Z");
    }

    @Test
    void whatGuestsWereGivenIsListed() {
        Workspace home = Workspace.create(platform);
        String eve = home.createUser("eve").id();
        ok("access grant docs.read --on doc/7 --until 2120-01-01T00:00:00Z --home " + home.slug + " --user eve");
        ok("access grant docs.write.tenant --deny --home " + home.slug + " --user eve");

        assertThat(ok("access list"))
                .containsPattern(eve + " +docs.read.tenant on doc/7 +allow +until 2120-01-01T00:00:00Z")
                .containsPattern(eve + " +docs.write.tenant +deny +-");
        assertThat(json("access list --user " + eve)).hasSize(2);
        assertThat(ok("user permissions " + eve)).contains("docs.read.tenant on doc/7", "grant ");
    }

    @Test
    void settingsAreShownAndSet() {
        assertThat(ok("settings set --free-permission-codes=false")).isEqualTo("changed the settings\n");
        assertThat(ok("settings show")).containsPattern("free_permission_codes +false");
        assertThat(json("settings show").path("free_permission_codes").asBoolean())
                .isFalse();
        assertThat(neo("settings set").code()).isEqualTo(2);
    }

    @Test
    void templatesOfThePlatformAreDefinedShownAndRemoved() {
        String name = "t-" + tenant;
        assertThat(template("define " + name + " --description Reads --permission docs.read.tenant --deny docs.*.own"))
                .isEqualTo("defined role template " + name + "\n");
        assertThat(template("show " + name)).contains("docs.read.tenant", "deny docs.*.own", "Reads");
        assertThat(template("list")).contains(name);
        ok("role create made --template " + name);
        assertThat(ok("role show made")).contains("docs.read.tenant", "deny docs.*.own");
        assertThat(template("remove " + name)).isEqualTo("removed role template " + name + "\n");
        assertThat(Shell.on(data, "role-template", "show", name).code()).isEqualTo(1);
    }

    @Test
    void theCatalogueIsListedWithThePlatformsOwnCodes() {
        ok("permission define invoices.approve");

        assertThat(ok("permission list"))
                .containsPattern("invoices.approve +- +false")
                .containsPattern("users.write +- +true");
        ok("permission withdraw invoices.approve");
        assertThat(ok("permission list")).doesNotContain("invoices.approve");
    }

    @Test
    void aResourceIsShownAsItWasRegistered() {
        ok("user create ann");
        ok("resource set document/42 --owner ann --properties {\"name\":\"Plan\"}");

        assertThat(ok("resource list --type document")).contains("42", "{\"name\":\"Plan\"}");
        assertThat(ok("resource show document/42")).contains("{\"name\":\"Plan\"}");
        ok("resource delete document/42");
        assertThat(neo("resource show document/42").code()).isEqualTo(1);
    }

    private String template(String line) {
        Run run = Shell.on(data, ("role-template " + line).split(" ", -1));
        assertThat(run.code()).as(line + ": " + run.out()).isZero();
        return run.out();
    }

    private String ok(String line) {
        Run run = neo(line);
        assertThat(run.code()).as(line + ": " + run.out()).isZero();
        return run.out();
    }

    private JsonNode json(String line) {
        return TestPlatform.JSON.readTree(ok(line + " --json"));
    }

    private Run neo(String line) {
        return Shell.on(data, (line + " --tenant " + tenant).split(" ", -1));
    }
}
