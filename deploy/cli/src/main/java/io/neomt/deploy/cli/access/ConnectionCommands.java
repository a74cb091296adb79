package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo connection}: the databases that hold tenants. */
@Command(
        name = "connection",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the databases that hold tenants.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo connection add eu-primary --region eu-west-1 --host db.eu --database neo --username neo --password",
            "  ./neo connection list",
            "  ./neo connection drain eu-primary"
        })
public final class ConnectionCommands extends Group {

    private static final RegistryItems CONNECTIONS = new RegistryItems("connection", "/api/v1/admin/connections");
    private static final String NAME = "The connection's name.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists connections and how they do.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection list")
    int list(@Mixin Session session) {
        return CONNECTIONS.list(
                session,
                "connection_name",
                "connection_type",
                "region",
                "host",
                "port",
                "database_name",
                "is_active",
                "is_healthy",
                "is_draining",
                "tenants");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one connection; never its password.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection show eu-primary")
    int show(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return CONNECTIONS.show(session, name);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Registers a database, after it was asked whether it will do.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection add eu-primary --region eu-west-1 --host db.eu --database neo --username neo"
                    + " --password")
    int add(
            @Mixin Session session,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--region", required = true, description = "Where it lies.") String region,
            @Option(names = "--type", description = "primary, replica, analytics or backup; default primary.") @Nullable
                    String type,
            @Option(names = "--purpose", description = "shared or dedicated; default shared.") @Nullable String purpose,
            @Option(names = "--cluster", description = "Of the servers that hold the same.") @Nullable String cluster,
            @Mixin ConnectionOptions options) {
        Map<String, Object> body = options.body();
        body.put("connection_name", name);
        body.put("region", region);
        ConnectionOptions.put(body, "connection_type", type);
        ConnectionOptions.put(body, "purpose", purpose);
        ConnectionOptions.put(body, "cluster_name", cluster);
        return CONNECTIONS.add(session, name, body);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Changes where a connection leads or how much it may hold; used within moments.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection change eu-primary --max-tenants 500")
    int change(
            @Mixin Session session,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Mixin ConnectionOptions options) {
        return CONNECTIONS.change(session, name, options.body());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Asks the database now how it does.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection test eu-primary")
    int test(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        Answer answer = CONNECTIONS.post(session, name, "test");
        Print.fields(session, answer.data());
        return answer.data().path("usable").asBoolean(false) ? 0 : 1;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Places no further tenant on a connection; those that are there are served.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection drain eu-primary")
    int drain(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return CONNECTIONS.act(session, name, "drain", "draining");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Uses a connection again that was drained or switched off.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection activate eu-primary")
    int activate(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return CONNECTIONS.act(session, name, "activate", "activated");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Switches a connection off: its tenants cannot be used until it is activated.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection deactivate eu-primary")
    int deactivate(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return CONNECTIONS.act(session, name, "deactivate", "deactivated");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Removes a connection on which no tenant is.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection remove eu-primary")
    int remove(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return CONNECTIONS.remove(session, name);
    }

    @Command(
            name = "rotate-keys",
            mixinStandardHelpOptions = true,
            description = "Encrypts every password with the key that is configured now.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo connection rotate-keys")
    int rotateKeys(@Mixin Session session) {
        Answer done = session.registry("POST", CONNECTIONS.path() + "/rotate-keys", null);
        return Print.done(
                session, done, "encrypted anew: " + done.data().path("rotated").asInt());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists who changed which connections and regions, the newest first.",
            footerHeading = "%nExamples:%n",
            footer = {"  ./neo connection history", "  ./neo connection history eu-primary --json"})
    int history(
            @Mixin Session session,
            @Parameters(paramLabel = "NAME", arity = "0..1", description = "Of this one only.") @Nullable String name) {
        return RegistryItems.history(session, name);
    }
}
