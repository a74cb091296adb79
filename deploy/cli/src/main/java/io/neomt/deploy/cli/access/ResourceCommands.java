package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.terminal.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo resource}: whose resources are, and what is known of them. */
@Command(
        name = "resource",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the resources of a tenant: owner, team and properties.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo resource set document/42 --tenant acme --owner ann --properties '{\"status\":\"draft\"}'",
            "  ./neo resource search documents.read --type document --tenant acme --user ann"
        })
public final class ResourceCommands extends Group {

    private static final String RESOURCE = "TYPE/ID, such as document/42.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists resources.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo resource list --tenant acme --type document")
    int list(
            @Mixin InTenant tenant,
            @Option(names = "--type", description = "Only of this type.") @Nullable String type) {
        return Print.list(
                tenant.session(),
                tenant.list("/resources" + Query.of("type", type)),
                "type",
                "id",
                "owner_id",
                "team_id",
                "properties");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one resource.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo resource show document/42 --tenant acme")
    int show(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "RESOURCE", description = RESOURCE, converter = ResourceName.Converter.class)
                    ResourceName resource) {
        return Print.fields(
                tenant.session(), tenant.get("/resources/" + resource.path()).data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Registers a resource, or replaces what is known of it.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo resource set document/42 --tenant acme --owner ann --team db")
    int set(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "RESOURCE", description = RESOURCE, converter = ResourceName.Converter.class)
                    ResourceName resource,
            @Option(names = "--owner", paramLabel = "USER", description = "Whose it is.") @Nullable String owner,
            @Option(names = "--team", paramLabel = "TEAM", description = "The team that it belongs to.") @Nullable
                    String team,
            @Option(names = "--properties", paramLabel = "JSON", description = "An object that conditions can look at.")
                    @Nullable
                    String properties) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (owner != null) {
            body.put("owner_id", tenant.user(owner));
        }
        if (team != null) {
            body.put("team_id", tenant.team(team));
        }
        if (properties != null) {
            body.put("properties", Json.object("--properties", properties));
        }
        Answer done = tenant.write("PUT", "/resources/" + resource.path(), body);
        return Print.done(tenant.session(), done, "set resource " + resource);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Forgets a resource.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo resource delete document/42 --tenant acme")
    int delete(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "RESOURCE", description = RESOURCE, converter = ResourceName.Converter.class)
                    ResourceName resource) {
        Answer done = tenant.write("DELETE", "/resources/" + resource.path(), null);
        return Print.done(tenant.session(), done, "deleted resource " + resource);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Finds the resources of a type on which a user may do something.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo resource search documents.read --type document --tenant acme --user ann")
    int search(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "ACTION", description = "resource.action, without wildcards.") String action,
            @Option(names = "--type", required = true, description = "The type of the resources.") String type,
            @Option(names = "--user", required = true, description = "The user's name or id.") String user) {
        Map<String, Object> question = Map.of("user_id", tenant.user(user), "action", action, "resource_type", type);
        return Print.list(
                tenant.session(),
                tenant.session().search(part -> {
                    Map<String, Object> body = new LinkedHashMap<>(question);
                    body.putAll(part);
                    return tenant.ask("/resources/search", body);
                }),
                "type",
                "id");
    }
}
