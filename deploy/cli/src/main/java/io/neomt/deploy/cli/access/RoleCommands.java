package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo role}: the roles of a tenant. */
@Command(
        name = "role",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the roles of a tenant.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo role create editor --tenant acme --permission posts.write.team --inherits reader",
            "  ./neo role grant editor docs.delete.own --tenant acme",
            "  ./neo role show editor --tenant acme"
        })
public final class RoleCommands extends Group {

    private static final String ROLE = "The role's name or id.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists roles.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role list --tenant acme")
    int list(
            @Mixin InTenant tenant,
            @Option(names = "--name", description = "How the name starts.") @Nullable String name) {
        return Print.list(
                tenant.session(), tenant.list("/roles" + Query.of("name", name)), "name", "id", "description");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one role: what it holds and what it inherits.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role show editor --tenant acme")
    int show(@Mixin InTenant tenant, @Parameters(paramLabel = "ROLE", description = ROLE) String role) {
        return Print.fields(
                tenant.session(), tenant.get("/roles/" + tenant.role(role)).data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Creates a role.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role create editor --tenant acme --permission posts.write.team --inherits reader")
    int create(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "NAME", description = "How the role is called.") String name,
            @Option(names = "--description", description = "What it is for.") @Nullable String description,
            @Option(names = "--permission", description = "What it grants; may be repeated.") @Nullable
                    List<String> permissions,
            @Option(
                            names = "--inherits",
                            paramLabel = "ROLE",
                            description = "A role that it inherits; may be repeated.")
                    @Nullable
                    List<String> parents,
            @Option(names = "--template", description = "A template of the platform that it is made from.") @Nullable
                    String template) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("template", template);
        body.put("description", description);
        body.put("permissions", permissions == null ? List.of() : permissions);
        body.put("parents", parents == null ? List.of() : tenant.roles(parents));
        Answer created = tenant.write("POST", "/roles", body);
        return Print.done(tenant.session(), created, "created role " + name + " " + created.id());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Renames or describes a role.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role update editor --tenant acme --name author")
    int update(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "ROLE", description = ROLE) String role,
            @Option(names = "--name", description = "The new name.") @Nullable String name,
            @Option(names = "--description", description = "What it is for.") @Nullable String description) {
        String path = "/roles/" + tenant.role(role);
        return Described.update(tenant, path, name, description, "updated role " + role);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Deletes a role; everybody loses it.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role delete editor --tenant acme")
    int delete(@Mixin InTenant tenant, @Parameters(paramLabel = "ROLE", description = ROLE) String role) {
        Answer deleted = tenant.write("DELETE", "/roles/" + tenant.role(role), null);
        return Print.done(tenant.session(), deleted, "deleted role " + role);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets a role grant or deny a permission.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role grant editor docs.delete.own --tenant acme")
    int grant(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "ROLE", description = ROLE) String role,
            @Mixin GivenPermission given) {
        return PermissionLists.add(tenant, "/roles/" + tenant.role(role), given);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes a permission away from a role: every grant and denial of it, or only those named.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role revoke editor docs.delete.own --tenant acme")
    int revoke(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "ROLE", description = ROLE) String role,
            @Mixin GivenPermission given) {
        return PermissionLists.remove(tenant, "/roles/" + tenant.role(role), given);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Sets the roles that a role inherits.",
            footerHeading = "%nExamples:%n",
            footer = {"  ./neo role inherit editor reader --tenant acme", "  ./neo role inherit editor --tenant acme"})
    int inherit(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "ROLE", description = ROLE) String role,
            @Parameters(index = "1..*", paramLabel = "PARENT", description = "All of them; none for no inheritance.")
                    @Nullable
                    List<String> parents,
            @Mixin Given given) {
        List<String> all = parents == null ? List.of() : parents;
        String path = "/roles/" + tenant.role(role) + "/parents";
        List<?> items = given.items("role_id", tenant.roles(all));
        Answer done = tenant.write("PUT", path, Map.of("parents", items));
        String what = all.isEmpty() ? "no role" : String.join(", ", all);
        return Print.done(tenant.session(), done, role + " inherits " + what);
    }
}
