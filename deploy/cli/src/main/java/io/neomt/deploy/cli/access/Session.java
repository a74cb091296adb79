package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.terminal.DataOption;
import io.neomt.deploy.cli.terminal.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Who uses which platform, and how the answers are printed. */
public final class Session {

    /** Each command sees what the commands before it did. */
    private static final Map<String, String> NEWEST = Map.of("X-Consistency", "fully_consistent");

    private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int LARGEST_PAGE = 200;
    private static final int LARGEST_PART = 1_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--as",
            paramLabel = "USER",
            description = "The platform user who acts; default ${DEFAULT-VALUE}.",
            defaultValue = "admin")
    private String caller = "";

    @Option(names = "--json", description = "Prints the answer as JSON.")
    private boolean json;

    private @Nullable PlatformClient platform;
    private @Nullable String token;
    private long tokenSince;

    Answer get(String path) {
        return queries().get(path, NEWEST).orRefuse();
    }

    /** What the service says that answers questions. */
    public Answer query(String path) {
        return get(path);
    }

    /** Writes what the service that answers questions sends into a file. */
    public void download(String path, Path file) {
        queries().download(path, NEWEST, file).orRefuse();
    }

    /** What the worker that makes tenants says. */
    Answer provisioning(String path) {
        return platform().provisioning(token()).get(path, Map.of()).orRefuse();
    }

    /** A question that changes nothing. */
    Answer ask(String path, Object body) {
        return queries().post(path, body, NEWEST).orRefuse();
    }

    /** @param headers beside the key by which a repeated request is recognized */
    Answer write(String method, String path, @Nullable Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Idempotency-Key", UUID.randomUUID().toString());
        return commands().send(method, path, body, all).orRefuse();
    }

    /** A change of something that the commands of this package do not know. */
    public Answer command(String path, Object body) {
        return write("POST", path, body, Map.of());
    }

    /** To the service that keeps the registry of databases. */
    Answer registry(String method, String path, @Nullable Object body) {
        return operations("provisioning-worker", method, path, body);
    }

    /** To the service that migrates schemas. */
    public Answer migrations(String method, String path, @Nullable Object body) {
        return operations("migration-orchestrator", method, path, body);
    }

    /** To the service that makes views of events. */
    public Answer projections(String method, String path, @Nullable Object body) {
        return operations("projection-service", method, path, body);
    }

    private Answer operations(String service, String method, String path, @Nullable Object body) {
        Map<String, String> headers = method.equals("GET")
                ? Map.of()
                : Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return platform()
                .service(service)
                .as(token())
                .send(method, path, body, headers)
                .orRefuse();
    }

    /** All pages of a list. */
    List<JsonNode> list(String path) {
        List<JsonNode> all = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        boolean more = true;
        for (int page = 1; more; page++) {
            Answer answer = get(path + separator + "page=" + page + "&page_size=" + LARGEST_PAGE);
            answer.data().forEach(all::add);
            more = answer.body().path("pagination").path("has_next").asBoolean(false);
        }
        return all;
    }

    /** All parts of what is found, each asked for with the cursor of the one before. */
    List<JsonNode> search(Function<Map<String, Object>, Answer> part) {
        List<JsonNode> all = new ArrayList<>();
        Map<String, Object> asked = Map.of("limit", LARGEST_PART);
        while (true) {
            Answer answer = part.apply(asked);
            answer.data().forEach(all::add);
            String next = answer.body().path("pagination").path("next_cursor").asString("");
            if (next.isEmpty()) {
                return all;
            }
            asked = Map.of("limit", LARGEST_PART, "cursor", next);
        }
    }

    public boolean json() {
        return json;
    }

    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** One document, or what people read instead of it. */
    public int print(Object document, Runnable forPeople) {
        if (json) {
            out().println(Json.of(document));
        } else {
            forPeople.run();
        }
        return 0;
    }

    /** @throws ParameterException always: the command line is not as it has to be */
    public ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private ApiClient commands() {
        return platform().commands(token());
    }

    private ApiClient queries() {
        return platform().queries(token());
    }

    private PlatformClient platform() {
        if (platform == null) {
            platform = new PlatformClient(RunFile.read(data.path()));
        }
        return platform;
    }

    /** Tokens last for minutes, and some commands for longer. */
    private String token() {
        if (token == null || System.nanoTime() - tokenSince > FRESH_NANOS) {
            token = platform().token(platform().platformRealm(), caller);
            tokenSince = System.nanoTime();
        }
        return token;
    }
}
