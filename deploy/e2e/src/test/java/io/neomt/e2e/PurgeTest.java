package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.e2e.Shell.Run;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tenant is made, used and removed for good, by whoever types the commands. */
class PurgeTest extends OnRunningPlatform {

    private final String slug = "p" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void ofAPurgedTenantNothingIsLeftAndItsTokensOpenNothing() {
        Run created = neo("create", slug, "--admin", "ada", "--wait");
        assertThat(created.out()).contains("schema", " ms", "created tenant " + slug);
        String id = tenant().id();
        String ada = platform.client().token("tenant-" + slug, "ada");
        assertThat(platform.client()
                        .commands(ada)
                        .post("/api/v1/users", Map.of("username", "bob"), Map.of())
                        .status())
                .isEqualTo(201);
        Waiting.until("its sets are in Redis", () -> platform.stack().keys(id) > 0);
        assertThat(platform.stack().hasSchema("tenant_" + slug)).isTrue();

        assertThat(neo("delete", slug, "--purge-after", "PT0S").code()).isZero();
        Waiting.until(
                "it is purged",
                () -> tenant().data().path("status").asString("").equals("purged"));

        assertThat(platform.stack().hasSchema("tenant_" + slug)).isFalse();
        assertThat(neo("show", slug).out())
                .contains("schema tenant_" + slug + " on neo-shared-us-primary")
                .containsPattern("connection_name +-\n");
        Waiting.until("no key is left", () -> platform.stack().keys(id) == 0);
        Answer late = platform.client().commands(ada).post("/api/v1/users", Map.of("username", "eve"), Map.of());
        assertThat(late.errorCode()).isEqualTo("TENANT_DELETED");
        assertThat(neo("create", slug).out()).contains("SLUG_TAKEN");
        assertThat(neo("restore", slug).out()).contains("WRONG_TENANT_STATUS");
        assertThat(platform.stack().keys(id)).isZero();
    }

    private Answer tenant() {
        return platform.client()
                .queries(platform.adminToken())
                .get("/api/v1/admin/tenants/" + slug, Map.of())
                .orRefuse();
    }

    private Run neo(String action, String... more) {
        String[] all = new String[2 + more.length];
        all[0] = "tenant";
        all[1] = action;
        System.arraycopy(more, 0, all, 2, more.length);
        return Shell.on(data, all);
    }
}
