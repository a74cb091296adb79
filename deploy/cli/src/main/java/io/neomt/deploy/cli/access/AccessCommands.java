package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.terminal.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code neo access}: what users of other tenants may do in a tenant. */
@Command(
        name = "access",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Opens a tenant to users of other tenants.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo access grant invoices.read.tenant --tenant acme --home auditors --user eve",
            "  ./neo access list --tenant acme"
        })
public final class AccessCommands extends Group {

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists what users of other tenants may do, or may not.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo access list --tenant acme")
    int list(
            @Mixin InTenant tenant,
            @Option(names = "--user", paramLabel = "USER", description = "Only of the user of this id.") @Nullable
                    String user) {
        List<JsonNode> grants = tenant.list("/access-grants" + Query.of("user_id", user));
        return tenant.session().print(grants, () -> {
            Table table = new Table("ID", "HOME TENANT ID", "USER ID", "PERMISSION", "EFFECT", "LIMITS");
            grants.forEach(grant -> table.add(
                    Print.text(grant.path("id")),
                    Print.text(grant.path("home_tenant_id")),
                    Print.text(grant.path("user_id")),
                    Held.permission(grant),
                    Print.text(grant.path("effect")),
                    Held.limits(grant)));
            table.print(tenant.session().out());
        });
    }

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
