package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code neo check}: asks one permission check, as the platform's administrator. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Asks whether a user has a permission. Exits with 0 when allowed, 1 when denied.",
        footerHeading = "%nExample:%n",
        footer = "  ./neo check --tenant acme --user ann --permission posts.write.team")
public final class CheckCommand implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--tenant", required = true, description = "The tenant's slug or id.")
    private String tenant = "";

    @Option(names = "--user", required = true, description = "The user's name or id.")
    private String user = "";

    @Option(names = "--permission", required = true, description = "A code resource.action.scope, without wildcards.")
    private String permission = "";

    @Option(
            names = "--as",
            description = "The platform user who asks; default ${DEFAULT-VALUE}.",
            defaultValue = "admin")
    private String caller = "";

    @Option(names = "--json", description = "Prints the answer as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        PlatformClient platform = new PlatformClient(RunFile.read(data.path()));
        ApiClient queries = platform.queries(platform.token(platform.platformRealm(), caller));
        String path = "/api/v1/tenants/" + encode(tenant);
        Answer answer = queries.post(
                        path + "/check", Map.of("user_id", userId(queries, path), "permission", permission), Map.of())
                .orRefuse();
        boolean allowed = answer.data().path("allowed").asBoolean();
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? answer.data().toString()
                                : (allowed ? "allowed" : "denied") + " ("
                                        + answer.data().path("reason").asString("") + ")");
        return allowed ? 0 : 1;
    }

    private String userId(ApiClient queries, String path) {
        if (ID.matcher(user).matches()) {
            return user;
        }
        JsonNode found = queries.get(path + "/users?username=" + encode(user), Map.of())
                .orRefuse()
                .data();
        for (JsonNode candidate : found) {
            if (candidate.path("username").asString("").equals(user)) {
                return candidate.path("id").asString();
            }
        }
        throw new IllegalStateException("the tenant " + tenant + " has no user named " + user);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
