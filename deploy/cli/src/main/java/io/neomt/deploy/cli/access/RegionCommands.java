package io.neomt.deploy.cli.access;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo region}: where tenants can live. */
@Command(
        name = "region",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the regions in which tenants can live.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo region list", "  ./neo region add eu-west-1 --name \"EU West\""})
public final class RegionCommands extends Group {

    private static final RegistryItems REGIONS = new RegistryItems("region", "/api/v1/admin/regions");
    private static final String CODE = "The region's code.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists regions.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo region list")
    int list(@Mixin Session session) {
        return REGIONS.list(session, "code", "name", "is_active", "connections", "tenants");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one region.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo region show eu-west-1")
    int show(@Mixin Session session, @Parameters(paramLabel = "CODE", description = CODE) String code) {
        return REGIONS.show(session, code);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Adds a region.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo region add eu-west-1 --name \"EU West\"")
    int add(
            @Mixin Session session,
            @Parameters(paramLabel = "CODE", description = CODE) String code,
            @Option(names = "--name", description = "How it is shown; default the code.") @Nullable String name) {
        Map<String, String> body = Map.of("code", code, "name", Objects.requireNonNullElse(name, code));
        return REGIONS.add(session, code, body);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets tenants be placed in a region again.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo region activate eu-west-1")
    int activate(@Mixin Session session, @Parameters(paramLabel = "CODE", description = CODE) String code) {
        return REGIONS.act(session, code, "activate", "activated");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Places no further tenant in a region; those that are there are served.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo region deactivate eu-west-1")
    int deactivate(@Mixin Session session, @Parameters(paramLabel = "CODE", description = CODE) String code) {
        return REGIONS.act(session, code, "deactivate", "deactivated");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Removes a region without connections and tenants.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo region remove eu-west-1")
    int remove(@Mixin Session session, @Parameters(paramLabel = "CODE", description = CODE) String code) {
        return REGIONS.remove(session, code);
    }
}
