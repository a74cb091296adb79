package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.Shell.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands on users, roles and grants, as somebody types them. */
class AccessCliTest extends OnRunningPlatform {

    private String tenant = "";

    @BeforeEach
    void aTenant() {
        tenant = Workspace.create(platform).slug;
    }

    @Test
    void aUserGoesThroughItsLife() {
        assertThat(ok("user create ann --email ann@acme.example --name Ann")).startsWith("created user ann 0");
        assertThat(ok("user list --q an")).contains("USERNAME", "ann", "active", "ann@acme.example");
        assertThat(ok("user show ann")).containsPattern("display_name +Ann");
        assertThat(ok("user deactivate ann")).isEqualTo("deactivated user ann\n");
        assertThat(json("user show ann").path("status").asString()).isEqualTo("deactivated");
        assertThat(ok("user reactivate ann")).isEqualTo("reactivated user ann\n");
        assertThat(neo("user create ann").code()).isEqualTo(1);
        assertThat(neo("user show bob"))
                .isEqualTo(new Run(1, "neo: the tenant " + tenant + " has no user named bob\n"));
    }

    @Test
    void anExplanationIsATreeAndASentence() {
        ok("user create ann");
        ok("role create reader --permission posts.read.tenant");
        ok("role create editor --inherits reader");
        ok("user assign ann editor");
        assertThat(ok("explain --user ann --permission posts.read.own"))
                .contains("allowed (granted)  posts.read.own", "user ann\n└─ role editor", "   └─ role reader")
                .contains("grant posts.read.tenant  applies  ◀ decides")
                .endsWith("Allowed, because the role reader (by way of editor) grants posts.read.tenant, which covers"
                        + " posts.read.own.\n");
        assertThat(neo("explain --user ann --permission posts.write.own").code())
                .isEqualTo(1);
        String ann = json("user show ann").path("id").asString();
        assertThat(ok("permission users posts.read.team")).contains(ann);
        ok("resource set posts/1 --owner ann");
        assertThat(ok("resource search posts.read --type posts --user ann")).contains("posts  1");
    }

    @Test
    void rolesAndGrantsDecideChecks() {
        ok("user create ann");
        ok("role create reader --permission posts.read.tenant");
        ok("role create editor --description Edits --permission posts.write.team --inherits reader");
        assertThat(ok("user assign ann editor")).isEqualTo("assigned editor to ann\n");
        assertThat(ok("check --user ann --permission posts.read.own")).isEqualTo("allowed (granted)\n");
        assertThat(ok("role grant editor docs.*.team")).isEqualTo("editor holds docs.*.team\n");
        assertThat(ok("role show editor")).contains("docs.*.team, posts.write.team", "reader");
        assertThat(ok("role revoke editor docs.*.team")).isEqualTo("editor no longer holds docs.*.team\n");
        assertThat(neo("role revoke editor docs.*.team").code()).isEqualTo(1);
        assertThat(ok("user permissions ann")).contains("role editor > reader", "posts.read.tenant");
        ok("role inherit editor");
        assertThat(neo("check --user ann --permission posts.read.own")).isEqualTo(new Run(1, "denied (not_granted)\n"));
        assertThat(ok("user unassign ann editor")).isEqualTo("took editor from ann\n");
        assertThat(ok("role delete editor")).isEqualTo("deleted role editor\n");
    }

    @Test
    void aDenialOfAUsersOwnCanBeTakenBack() {
        ok("user create ann");
        ok("grant create posts.*.tenant --user ann");
        String id = json("grant create posts.delete.tenant --deny --user ann")
                .path("id")
                .asString();
        assertThat(ok("grant list --user ann")).contains("deny", "grant " + id);
        assertThat(neo("check --user ann --permission posts.delete.own")).isEqualTo(new Run(1, "denied (denied)\n"));
        assertThat(ok("grant delete " + id + " --user ann")).isEqualTo("deleted grant " + id + "\n");
        ok("check --user ann --permission posts.delete.own");
    }

    @Test
    void termsAndConditionsAreGivenAndJudged() {
        ok("user create ann");
        ok("role create reader --permission docs.read.tenant");
        ok("user assign ann reader --until 2099-01-01T00:00:00Z");
        ok("check --user ann --permission docs.read.own");
        ok("user assign ann reader --from 2098-01-01T00:00:00Z --until 2099-01-01T00:00:00Z");
        assertThat(neo("check --user ann --permission docs.read.own").code()).isEqualTo(1);
        ok("grant create docs.write.tenant --user ann --when context.level>2");
        ok("check --user ann --permission docs.write.own --context {\"level\":3}");
        assertThat(neo("check --user ann --permission docs.write.own"))
                .isEqualTo(new Run(1, "denied (condition_undecidable: context.level>2)\n"));
        assertThat(neo("grant create docs.write.tenant --user ann --when context.level>")
                        .out())
                .contains("INVALID_CONDITION", "column 15");
    }

    @Test
    void oneResourceCanBeGivenAndOwned() {
        ok("user create ann");
        ok("grant create docs.read --on doc/7 --user ann");
        ok("check --user ann --action docs.read --on doc/7");
        assertThat(neo("check --user ann --action docs.read --on doc/8").code()).isEqualTo(1);
        ok("grant create docs.read.own --user ann");
        assertThat(ok("resource set doc/8 --owner ann --properties {\"status\":\"open\"}"))
                .isEqualTo("set resource doc/8\n");
        ok("check --user ann --action docs.read --on doc/8");
        assertThat(ok("resource delete doc/8")).isEqualTo("deleted resource doc/8\n");
        assertThat(neo("check --user ann --action docs.read --on doc/8").code()).isEqualTo(1);
        ok("check --user ann --action docs.read --on doc/9 --owner ann");
    }

    @Test
    void aCatalogueSaysWhatMayBeGranted() {
        ok("user create ann");
        ok("settings set --free-permission-codes=false");
        assertThat(neo("grant create docs.read.tenant --user ann").out()).contains("UNKNOWN_PERMISSION");
        assertThat(ok("permission define docs.read --resource-type doc")).isEqualTo("defined permission docs.read\n");
        ok("grant create docs.read.tenant --user ann");
        assertThat(ok("permission withdraw docs.read")).isEqualTo("withdrew permission docs.read\n");
    }

    @Test
    void aTenantOpensToAUserOfAnother() {
        Workspace home = Workspace.create(platform);
        home.createUser("eve");
        String id = json("access grant docs.read.tenant --home " + home.slug + " --user eve")
                .path("id")
                .asString();
        String eve = Shell.on(data, "user", "show", "eve", "--tenant", home.slug, "--json")
                .out();
        String user = TestPlatform.JSON.readTree(eve).path("id").asString();
        ok("check --permission docs.read.own --user " + user);
        assertThat(ok("access revoke " + id)).isEqualTo("deleted access grant " + id + "\n");
        assertThat(neo("check --permission docs.read.own --user " + user).code())
                .isEqualTo(1);
    }

    @Test
    void tenantsAreCreatedAndShown() {
        String slug = "t" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(Shell.on(data, "tenant", "create", slug, "--name", "Another").out())
                .startsWith("created tenant " + slug);
        assertThat(Shell.on(data, "tenant", "show", slug).out()).contains("active", "Another");
        assertThat(Shell.on(data, "tenant", "list", "--q", slug).out()).contains("SLUG", slug);
        assertThat(Shell.on(data, "tenant", "show", "no-such-tenant").code()).isEqualTo(1);
    }

    @Test
    void aTenantIsSuspendedResumedAndDeleted() {
        ok("user create ann");
        ok("grant create docs.read.tenant --user ann");
        assertThat(Shell.on(data, "tenant", "suspend", tenant, "--reason", "unpaid"))
                .isEqualTo(new Run(0, "suspended tenant " + tenant + "\n"));
        assertThat(neo("check --user ann --permission docs.read.own").code()).isEqualTo(1);
        assertThat(Shell.on(data, "tenant", "show", tenant).out()).contains("suspended", "unpaid");
        assertThat(Shell.on(data, "tenant", "resume", tenant).code()).isZero();
        assertThat(ok("check --user ann --permission docs.read.own")).isEqualTo("allowed (granted)\n");
        assertThat(Shell.on(data, "tenant", "delete", tenant, "--purge-after", "P7D")
                        .out())
                .startsWith("deleted tenant " + tenant + "; it can be restored until 20");
        assertThat(neo("check --user ann --permission docs.read.own").code()).isEqualTo(1);
        assertThat(Shell.on(data, "tenant", "purge", tenant, "--help").out()).contains("for good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "role",
                "role-template",
                "team",
                "team member",
                "grant",
                "permission",
                "access",
                "resource",
                "settings",
                "tenant"
            })
    void everyCommandHelpsWithAnExample(String group) {
        String[] words = group.split(" ", -1);
        Run help = help(words);
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("Example", "./neo " + words[0]);
        assertThat(Shell.run(words).code()).isEqualTo(2);
        assertThat(help.out().lines().filter(line -> line.matches("  [a-z]+ +[A-Z].*")))
                .hasSizeGreaterThan(2)
                .extracting(line -> line.strip().split(" ", -1)[0])
                .filteredOn(name -> !name.equals("help") && !name.equals("member"))
                .allSatisfy(name -> {
                    List<String> command = new ArrayList<>(List.of(words));
                    command.add(name);
                    assertThat(help(command.toArray(String[]::new)).out())
                            .contains("Example", "--json", String.join(" ", command));
                });
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertThat(Shell.run("user", "show", "ann").code()).isEqualTo(2);
        assertThat(neo("check --user ann").code()).isEqualTo(2);
        assertThat(neo("check --user ann --action a.b --on ab").code()).isEqualTo(2);
        Run soon = neo("grant create a.b.own --user ann --until soon");
        assertThat(soon.code()).isEqualTo(2);
        assertThat(soon.out()).contains("no time", "2026-03-01T08:00:00Z").doesNotContain("java.");
    }

    private static Run help(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--help");
        return Shell.run(all.toArray(String[]::new));
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
