package io.neomt.deploy.cli.command;

import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.client.RunFile;
import io.neomt.deploy.cli.terminal.DataOption;
import io.neomt.deploy.cli.terminal.Json;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code neo token}: a signed token of the development issuer, for curl. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a token of the development issuer for one user.",
        footerHeading = "%nExample:%n",
        footer = "  curl -H \"Authorization: Bearer $(./neo token --tenant platform --user admin)\" …")
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

    @Option(names = "--json", description = "Prints {\"access_token\": …}.")
    private boolean json;

    @Override
    public Integer call() {
        PlatformClient platform = new PlatformClient(RunFile.read(data.path()));
        String token = platform.token(Realms.of(platform, tenant), user);
        spec.commandLine().getOut().println(json ? Json.of(Map.of("access_token", token)) : token);
        return 0;
    }
}
