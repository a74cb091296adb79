package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo grant}: what users hold directly. */
@Command(
        name = "grant",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on grants and denials that users hold themselves.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo grant create posts.write.team --tenant acme --user ann",
            "  ./neo grant create docs.delete.* --deny --tenant acme --user ann",
            "  ./neo grant create docs.read --on doc/7 --tenant acme --user ann --until 2026-12-31T00:00:00Z"
        })
public final class GrantCommands extends Group {

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists everything that a user holds, and where it comes from.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo grant list --tenant acme --user ann")
    int list(@Mixin InTenant tenant, @Mixin OfUser holder) {
        return Held.print(tenant, holder.path(tenant));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Grants or denies a user a permission.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo grant create posts.write.team --tenant acme --user ann --when 'context.mfa == true'")
    int create(@Mixin InTenant tenant, @Mixin OfUser holder, @Mixin GivenPermission given) {
        Answer created = tenant.write("POST", holder.path(tenant), given.body());
        return Print.done(tenant.session(), created, "created grant " + created.id());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes a grant or a denial away.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo grant delete 0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59 --tenant acme --user ann")
    int delete(
            @Mixin InTenant tenant,
            @Mixin OfUser holder,
            @Parameters(paramLabel = "GRANT", description = "The grant's id, as the list shows it.") String grant) {
        Answer deleted = tenant.write("DELETE", holder.path(tenant) + "/" + InTenant.encode(grant), null);
        return Print.done(tenant.session(), deleted, "deleted grant " + grant);
    }

    /** Who holds it. */
    static final class OfUser {

        @Option(names = "--user", paramLabel = "USER", required = true, description = "The user's name or id.")
        private String user = "";

        String path(InTenant tenant) {
            return "/users/" + tenant.user(user) + "/permissions";
        }
    }
}
