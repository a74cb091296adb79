package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.terminal.DataOption;
import io.neomt.deploy.cli.terminal.Json;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code neo token}: a signed token of the development issuer, for curl. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a token for one user: of the development issuer, or for a password.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  curl -H \"Authorization: Bearer $(./neo token --tenant platform --user admin)\" …",
            "  ./neo token --tenant acme --user ann --password"
        })
public final class TokenCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--tenant",
            required = true,
            description = "The slug of the tenant; 'platform' for the platform's own users.")
    private String tenant = "";

    @Option(
            names = "--user",
            required = true,
            description = "The user's external id; its user name, unless another was given.")
    private String user = "";

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            description = "Signs in with a password, as at Keycloak; asked for where it is not given.")
    private char @Nullable [] password;

    @Option(names = "--json", description = "Prints {\"access_token\": …}.")
    private boolean json;

    @Override
    public Integer call() {
        PlatformClient platform = new PlatformClient(RunFile.read(data.path()));
        String token = password == null
                ? platform.token(Realms.of(platform, tenant), user)
                : platform.signIn(tenant, user, new String(password));
        spec.commandLine().getOut().println(json ? Json.of(Map.of("access_token", token)) : token);
        return 0;
    }
}
