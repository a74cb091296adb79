package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo permission}: the catalogue of permissions, and who has one. */
@Command(
        name = "permission",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the catalogue of a tenant's permissions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo permission define invoices.approve --tenant acme --description \"Approves invoices\"",
            "  ./neo permission users invoices.approve.tenant --tenant acme"
        })
public final class PermissionCommands extends Group {

    private static final String CODE = "resource.action, such as invoices.approve.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the catalogue.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo permission list --tenant acme")
    int list(@Mixin InTenant tenant) {
        return Print.list(
                tenant.session(), tenant.list("/permissions"), "code", "resource_type", "is_system", "description");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Puts a permission into the catalogue, or describes it anew.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo permission define invoices.approve --tenant acme")
    int define(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "CODE", description = CODE) String code,
            @Option(names = "--description", defaultValue = "", description = "What it is for.") String description,
            @Option(names = "--resource-type", paramLabel = "TYPE", description = "The kind of resource it is about.")
                    @Nullable
                    String resourceType) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("description", description);
        body.put("resource_type", resourceType);
        Answer done = tenant.write("PUT", "/permissions/" + InTenant.encode(code), body);
        return Print.done(tenant.session(), done, "defined permission " + code);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes a permission out of the catalogue.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo permission withdraw invoices.approve --tenant acme")
    int withdraw(@Mixin InTenant tenant, @Parameters(paramLabel = "CODE", description = CODE) String code) {
        Answer done = tenant.write("DELETE", "/permissions/" + InTenant.encode(code), null);
        return Print.done(tenant.session(), done, "withdrew permission " + code);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the users who have a permission.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo permission users invoices.approve.tenant --tenant acme")
    int users(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "CODE", description = "resource.action.scope, without wildcards.") String code) {
        return Print.list(
                tenant.session(),
                tenant.session()
                        .search(part -> tenant.get("/permissions/" + InTenant.encode(code) + "/users"
                                + Query.of("limit", String.valueOf(part.get("limit")), "cursor", (String)
                                        part.get("cursor")))),
                "id");
    }
}
