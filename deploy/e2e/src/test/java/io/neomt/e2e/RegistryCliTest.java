package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.e2e.Shell.Run;
import io.neomt.testkit.backends.Backends;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Regions and databases, as an operator types it while the platform runs. */
class RegistryCliTest extends OnRunningPlatform {

    private static final String NAME = "cli-primary";
    private static final String REGION = "cli-west-1";

    private final StackAddresses stack = Backends.shared().addresses();

    @Test
    void aDatabaseIsAddedWatchedDrainedAndRemoved() {
        ok("region add " + REGION + " --name West");
        assertThat(ok("region list")).contains(REGION, "West");
        assertThat(ok("region show " + REGION)).contains("West", "version");
        assertThat(add("wrong").out()).contains("the name or the password is wrong");
        assertThat(add(stack.postgresPassword()).out()).isEqualTo("added connection " + NAME + "\n");

        assertThat(ok("connection list")).contains(NAME, REGION, "primary");
        assertThat(ok("connection show " + NAME)).doesNotContain(stack.postgresPassword());
        assertThat(ok("connection test " + NAME)).contains("usable", "true");
        assertThat(ok("connection drain " + NAME)).isEqualTo("draining connection " + NAME + "\n");
        ok("connection change " + NAME + " --max-tenants 5");
        ok("connection deactivate " + NAME);
        assertThat(ok("connection show " + NAME)).contains("operator", "%-24s 5".formatted("max_tenants"));
        ok("connection activate " + NAME);
        assertThat(ok("connection rotate-keys")).isEqualTo("encrypted anew: 0\n");
        assertThat(neo("region remove " + REGION).code()).isEqualTo(1);
        ok("connection remove " + NAME);
        ok("region remove " + REGION);
        assertThat(neo("connection show " + NAME).out()).contains("no such connection");
        assertThat(ok("connection history " + NAME))
                .contains("admin", "connection.add", "connection.drain", "connection.remove", "***")
                .doesNotContain(stack.postgresPassword());
    }

    @Test
    void aTenantLivesInTheRegionThatWasAskedFor() {
        String slug = "lives" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(ok("tenant create " + slug + " --region eu-west-1 --wait"))
                .contains("place", "neo-shared-eu-primary", "activate");
    }

    private Run add(String password) {
        return neo("connection add " + NAME + " --region " + REGION + " --host " + stack.postgresHost() + " --port "
                + stack.postgresPort() + " --database neo_shared_us --username " + stack.postgresUser()
                + " --password=" + password);
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
