package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo role-template}: what roles of all tenants can be made from. */
@Command(
        name = "role-template",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the platform's templates, from which every tenant can make roles.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo role-template define auditor --permission *.read.tenant --deny secrets.*.tenant",
            "  ./neo role create auditor --template auditor --tenant acme"
        })
public final class RoleTemplateCommands extends Group {

    private static final String TEMPLATES = "/api/v1/admin/role-templates";
    private static final String NAME = "The template's name.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists templates.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role-template list")
    int list(@Mixin Session session) {
        return Print.list(session, session.list(TEMPLATES), "name", "description", "permissions");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one template.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role-template show auditor")
    int show(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        return Print.fields(session, session.get(path(name)).data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Defines a template, or defines it anew; roles that were made from it stay as they are.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role-template define auditor --permission *.read.tenant --deny secrets.*.tenant")
    int define(
            @Mixin Session session,
            @Parameters(paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--description", defaultValue = "", description = "What it is for.") String description,
            @Option(names = "--permission", description = "What it grants; may be repeated.") @Nullable
                    List<String> permissions,
            @Option(names = "--deny", paramLabel = "PERMISSION", description = "What it denies; may be repeated.")
                    @Nullable
                    List<String> denials) {
        List<Map<String, String>> all = Stream.concat(items(permissions, "allow"), items(denials, "deny"))
                .toList();
        Map<String, Object> body = Map.of("description", description, "permissions", all);
        Answer done = session.write("PUT", path(name), body, Map.of());
        return Print.done(session, done, "defined role template " + name);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Removes a template; roles that were made from it stay.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo role-template remove auditor")
    int remove(@Mixin Session session, @Parameters(paramLabel = "NAME", description = NAME) String name) {
        Answer done = session.write("DELETE", path(name), null, Map.of());
        return Print.done(session, done, "removed role template " + name);
    }

    private static Stream<Map<String, String>> items(@Nullable List<String> permissions, String effect) {
        return permissions == null
                ? Stream.empty()
                : permissions.stream().map(permission -> Map.of("permission", permission, "effect", effect));
    }

    private static String path(String name) {
        return TEMPLATES + "/" + InTenant.encode(name);
    }
}
