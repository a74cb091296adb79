package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code neo settings}: what a tenant has decided about itself. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the settings of a tenant.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo settings show --tenant acme",
            "  ./neo settings set --tenant acme --free-permission-codes=false"
        })
public final class SettingsCommands extends Group {

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the settings.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo settings show --tenant acme")
    int show(@Mixin InTenant tenant) {
        return Print.fields(tenant.session(), tenant.get("/settings").data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Changes the settings.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo settings set --tenant acme --free-permission-codes=false")
    int set(
            @Mixin InTenant tenant,
            @Option(
                            names = "--free-permission-codes",
                            required = true,
                            arity = "1",
                            description = "Whether codes may be granted that the catalogue does not know.")
                    boolean free) {
        Answer done = tenant.write("PUT", "/settings", Map.of("free_permission_codes", free));
        return Print.done(tenant.session(), done, "changed the settings");
    }
}
