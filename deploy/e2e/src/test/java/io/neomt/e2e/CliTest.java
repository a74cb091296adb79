package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.e2e.Shell.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a running platform: what it prints and how it exits. */
class CliTest extends OnRunningPlatform {

    @Test
    void checkPrintsTheAnswerAndExitsByIt() {
        Workspace acme = Workspace.create(platform);
        String user = acme.createUser("ann").id();
        Answer granted = acme.grant(user, "posts.write.tenant", "allow");
        assertThat(acme.isAllowed(user, "posts.write.team", granted)).isTrue();
        Run allowed = neo("check", "--tenant", acme.slug, "--user", "ann", "--permission", "posts.write.team");
        assertThat(allowed).isEqualTo(new Run(0, "allowed (granted)\n"));
        Run denied = neo("check", "--tenant", acme.slug, "--user", user, "--permission", "posts.delete.team");
        assertThat(denied).isEqualTo(new Run(1, "denied (not_granted)\n"));
        Run json = neo("check", "--tenant", acme.slug, "--user", "ann", "--permission", "posts.write.own", "--json");
        assertThat(json.out()).contains("\"allowed\":true");
    }

    @Test
    void badInputExitsWithTheReason() {
        assertThat(neo("check", "--tenant", "platform", "--user", "admin", "--permission", "Users.Read"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1))
                .satisfies(run -> assertThat(run.out()).contains("INVALID_PERMISSION"));
        assertThat(neo("check", "--tenant", "platform", "--user", "nobody-here", "--permission", "a.b.own")
                        .out())
                .contains("no user named nobody-here");
        assertThat(neo("check").code()).isEqualTo(2);
        assertThat(neo("nonsense").code()).isEqualTo(2);
        assertThat(Shell.run("bench", "--only", "check", "--only", "nonsense"))
                .as("a scenario may be named like the command that it is, another may not")
                .satisfies(run -> assertThat(run.code()).isEqualTo(2))
                .satisfies(run -> assertThat(run.out()).contains("--only names what is no scenario"));
    }

    @Test
    void tokenPrintsATokenThatTheServicesAccept() {
        Run run = neo("token", "--tenant", "platform", "--user", "admin");
        assertThat(run.code()).isZero();
        Answer answer = platform.client().queries(run.out().strip()).get("/api/v1/admin/tenants", java.util.Map.of());
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void statusShowsEachServiceAndItsDependencies() {
        Run run = neo("status");
        assertThat(run.out())
                .contains(
                        "command-service",
                        "projection-service",
                        "query-api",
                        "provisioning-worker",
                        "migration-orchestrator")
                .doesNotContain("unreachable");
        assertThat(run.code()).as(run.out()).isZero();
    }

    @Test
    void eventsTailShowsATenantsEventsInOrder() {
        Workspace acme = Workspace.create(platform);
        acme.createUser("ann");
        Run run = neo("events", "tail", "--tenant", acme.slug, "--from-beginning", "--limit", "3");
        assertThat(run.code()).isZero();
        List<String> types = new ArrayList<>();
        run.out().lines().forEach(line -> types.add(line.strip().split("\\s+", 5)[3]));
        assertThat(types)
                .containsExactly(
                        "neo.tenant.requested.v1", "neo.tenant.placed.v1", "neo.tenant.provisioning-advanced.v1");
    }

    @Test
    void withoutAPlatformItSaysHowToStartOne(@TempDir Path empty) {
        Run run = Shell.on(empty, "status");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("./neo up");
    }

    private Run neo(String... arguments) {
        return arguments.length > 1 || arguments[0].equals("status") ? Shell.on(data, arguments) : Shell.run(arguments);
    }
}
