package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo access}: what users of other tenants may do in a tenant. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Opens a tenant to users of other tenants.",
        footerHeading = "%nExample:%n",
        footer = "  ./neo access grant invoices.read.tenant --tenant acme --home auditors --user eve")
public final class AccessCommands extends Group {

    @Command(
            mixinStandardHelpOptions = true,
            description = "Grants or denies a user of another tenant a permission in this one.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo access grant invoices.read.tenant --tenant acme --home auditors --user eve")
    int grant(
            @Mixin InTenant tenant,
            @Option(names = "--home", paramLabel = "TENANT", required = true, description = "The user's own tenant.")
                    String home,
            @Option(names = "--user", paramLabel = "USER", required = true, description = "The user's name or id.")
                    String user,
            @Mixin GivenPermission given) {
        Map<String, Object> body = new LinkedHashMap<>(given.body());
        body.put("home_tenant", home);
        body.put("user_id", tenant.at(home).user(user));
        Answer created = tenant.write("POST", "/access-grants", body);
        return Print.done(tenant.session(), created, "created access grant " + created.id());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes such a grant or denial away.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo access revoke 0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59 --tenant acme")
    int revoke(
            @Mixin InTenant tenant, @Parameters(paramLabel = "GRANT", description = "The grant's id.") String grant) {
        Answer deleted = tenant.write("DELETE", "/access-grants/" + InTenant.encode(grant), null);
        return Print.done(tenant.session(), deleted, "deleted access grant " + grant);
    }
}
