package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.e2e.Shell.Run;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code neo audit} against a running platform, and an export without one. */
class AuditCliTest extends OnRunningPlatform {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CODE = "posts.write.tenant";

    private final Workspace acme = Workspace.create(platform);

    @TempDir
    private Path elsewhere;

    @Test
    void whatHappenedIsFoundWithWhoAndWhy() {
        String ann = acme.createUser("ann").id();
        acme.commands.post(
                acme.path("/users/" + ann + "/permissions"),
                Map.of("permission", CODE, "effect", "allow"),
                Map.of("X-Reason", "ticket 7", "X-Request-ID", "request-7"));
        Waiting.until(
                "the grant is in the audit log",
                () -> search("--subject", "user/" + ann).size() == 2);

        JsonNode granted = search("--subject", "user/" + ann).get(0);
        assertThat(granted.path("type").asString("")).isEqualTo("neo.user.permission-granted.v1");
        assertThat(granted.path("reason").asString("")).isEqualTo("ticket 7");
        assertThat(granted.path("request_id").asString("")).isEqualTo("request-7");
        assertThat(granted.path("actor").asString("")).startsWith("platform/");
        assertThat(granted.path("details").path("permission").asString("")).isEqualTo(CODE);
        assertThat(granted.path("hash").asString("")).hasSize(64);
        assertThat(search("--type", "neo.user.created.v1")).hasSize(1);
        assertThat(search("--limit", "2")).hasSize(2);
        assertThat(search("--actor", "nobody")).isEmpty();
        assertThat(search("--to", "2026-01-01T00:00:00Z")).isEmpty();
        assertThat(neo("audit", "search", "--tenant", acme.slug, "--subject", "user/" + ann))
                .satisfies(run -> assertThat(run.out()).contains("REASON", "ticket 7"));
    }

    /** Now, the log and the sets say the same; then, only the log knows. */
    @Test
    void whoHadAPermissionIsToldForThenAndNow() {
        String ann = acme.createUser("ann").id();
        String bob = acme.createUser("bob").id();
        String base = acme.createRole("base", List.of(CODE), List.of()).id();
        String lead = acme.createRole("lead", List.of(), List.of(base)).id();
        acme.assign(ann, lead);
        acme.grant(bob, "posts.*.*", "allow");
        Instant then = Instant.now();
        acme.unassign(ann, lead);
        acme.grant(bob, CODE, "deny");

        assertThat(holders(then)).containsExactlyInAnyOrder(ann, bob);
        assertThat(holders(null)).isEqualTo(live());
        assertThat(holders(Instant.parse("2020-01-01T00:00:00Z"))).isEmpty();
        assertThat(neo("audit", "holders", "--tenant", acme.slug, "--permission", "x")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void anExportIsCheckedWithoutThePlatform() throws Exception {
        for (int i = 0; i < 5; i++) {
            acme.createUser("u" + i);
        }
        Path export = elsewhere.resolve("export");
        Run exported = neo("audit", "export", "--tenant", acme.slug, "--out", export.toString());
        assertThat(exported.code()).as(exported.out()).isZero();
        Path key = Files.writeString(elsewhere.resolve("key.pem"), publicKey());

        assertThat(verify(export)).satisfies(run -> assertThat(run.out()).contains("not known without --key"));
        assertThat(verify(export).code()).isZero();
        assertThat(verify(export, "--key", key.toString()).code()).isZero();
        assertThat(neo("audit", "export", "--tenant", acme.slug, "--out", export.toString())
                        .code())
                .isEqualTo(2);
        oneByteIsNamed(export, key);
        aTruncatedFileIsNamed(export);
        anotherManifestIsRefused(export, key);
        assertThat(verify(elsewhere)).satisfies(run -> assertThat(run.out()).contains("no manifest.json"));
        assertThat(verify(elsewhere).code()).isEqualTo(1);
    }

    private void oneByteIsNamed(Path export, Path key) throws IOException {
        for (String name : List.of("events.jsonl", "events.csv")) {
            Path file = export.resolve(name);
            byte[] original = Files.readAllBytes(file);
            byte[] changed = original.clone();
            int seventh = startOfLine(changed, name.endsWith("csv") ? 7 : 6);
            changed[seventh + 100] ^= 1;
            Files.write(file, changed);

            Run run = verify(export, "--key", key.toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains(name + ": position 7 ");
            Files.write(file, original);
        }
        assertThat(verify(export, "--key", key.toString()).code()).isZero();
    }

    private static int startOfLine(byte[] bytes, int line) {
        int at = 0;
        for (int passed = 0; passed < line; at++) {
            passed += bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private void aTruncatedFileIsNamed(Path export) throws IOException {
        Path file = export.resolve("events.jsonl");
        String original = Files.readString(file);
        List<String> lines = original.lines().toList();
        Files.writeString(file, original.substring(0, original.length() - 50));
        assertThat(verify(export)).satisfies(run -> assertThat(run.out())
                .contains("events.jsonl: position " + lines.size() + " cannot be read"));
        Files.writeString(file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        assertThat(verify(export)).satisfies(run -> assertThat(run.out())
                .contains("events.jsonl: position " + lines.size() + " is missing"));
        Files.writeString(file, original);
    }

    private void anotherManifestIsRefused(Path export, Path key) throws IOException {
        Path file = export.resolve("manifest.json");
        String original = Files.readString(file);
        Files.writeString(file, original.replace(acme.slug, "other"));
        assertThat(verify(export, "--key", key.toString()))
                .satisfies(run -> assertThat(run.out()).contains("is not what was signed"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1));
        Files.writeString(file, original);
        Files.delete(export.resolve("manifest.sig"));
        assertThat(verify(export, "--key", key.toString()).code()).isEqualTo(1);
        assertThat(verify(export)).satisfies(run -> assertThat(run.out()).contains("not signed"));
    }

    private String publicKey() throws IOException, InterruptedException {
        String queries = Objects.requireNonNull(platform.runFile().values().get("service.query-api"));
        URI uri = URI.create(queries).resolve("/.well-known/neo-audit-key");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        }
    }

    private static Run verify(Path export, String... options) {
        List<String> arguments = new ArrayList<>(List.of("audit", "verify", export.toString()));
        arguments.addAll(List.of(options));
        return Shell.run(arguments.toArray(String[]::new));
    }

    private List<String> holders(@Nullable Instant at) {
        List<String> arguments =
                new ArrayList<>(List.of("audit", "holders", "--tenant", acme.slug, "--permission", CODE));
        if (at != null) {
            arguments.addAll(List.of("--at", at.toString()));
        }
        arguments.add("--json");
        Run run = neo(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.out()).isZero();
        return JSON.readTree(run.out())
                .path("holders")
                .valueStream()
                .map(holder -> holder.path("user_id").asString(""))
                .toList();
    }

    private List<String> live() {
        return acme.queries
                .get(acme.path("/permissions/" + CODE + "/users"), Map.of("X-Consistency", "fully_consistent"))
                .data()
                .valueStream()
                .map(user -> user.path("id").asString(""))
                .toList();
    }

    private JsonNode search(String... options) {
        List<String> arguments = new ArrayList<>(List.of("audit", "search", "--tenant", acme.slug, "--json"));
        arguments.addAll(List.of(options));
        Run run = neo(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.out()).isZero();
        return JSON.readTree(run.out());
    }

    private Run neo(String... arguments) {
        return Shell.on(data, arguments);
    }
}
