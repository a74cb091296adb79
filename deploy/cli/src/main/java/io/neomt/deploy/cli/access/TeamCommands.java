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

/** {@code neo team}: the teams of a tenant. */
@Command(
        name = "team",
        mixinStandardHelpOptions = true,
        subcommands = {TeamMemberCommands.class, HelpCommand.class},
        description = "Works on the teams of a tenant.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo team create db --tenant acme --parent platform",
            "  ./neo team member add db ann bob --tenant acme --team-role lead",
            "  ./neo team grant platform backups.run.tenant --tenant acme"
        })
public final class TeamCommands extends Group {

    private static final String TEAM = "The team's name or id.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists teams.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team list --tenant acme")
    int list(
            @Mixin InTenant tenant,
            @Option(names = "--name", description = "How the name starts.") @Nullable String name) {
        return Print.list(
                tenant.session(),
                tenant.list("/teams" + Query.of("name", name)),
                "name",
                "id",
                "parent_id",
                "description");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team show db --tenant acme")
    int show(@Mixin InTenant tenant, @Parameters(paramLabel = "TEAM", description = TEAM) String team) {
        return Print.fields(
                tenant.session(), tenant.get("/teams/" + tenant.team(team)).data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Creates a team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team create db --tenant acme --parent platform")
    int create(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "NAME", description = "How the team is called.") String name,
            @Option(names = "--description", defaultValue = "", description = "What it is for.") String description,
            @Option(names = "--parent", paramLabel = "TEAM", description = "The team above it.") @Nullable
                    String parent) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("description", description);
        if (parent != null) {
            body.put("parent_id", tenant.team(parent));
        }
        Answer created = tenant.write("POST", "/teams", body);
        return Print.done(tenant.session(), created, "created team " + name + " " + created.id());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Renames or describes a team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team update db --tenant acme --name databases")
    int update(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "TEAM", description = TEAM) String team,
            @Option(names = "--name", description = "The new name.") @Nullable String name,
            @Option(names = "--description", description = "What it is for.") @Nullable String description) {
        return Described.update(tenant, "/teams/" + tenant.team(team), name, description, "updated team " + team);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Puts a team below another one, or at the top.",
            footerHeading = "%nExamples:%n",
            footer = {"  ./neo team move db --tenant acme --parent platform", "  ./neo team move db --tenant acme"})
    int move(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "TEAM", description = TEAM) String team,
            @Option(names = "--parent", paramLabel = "TEAM", description = "The team above it; none for the top.")
                    @Nullable
                    String parent) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("parent_id", parent == null ? null : tenant.team(parent));
        Answer moved = tenant.write("PUT", "/teams/" + tenant.team(team) + "/parent", body);
        return Print.done(
                tenant.session(), moved, "moved team " + team + (parent == null ? " to the top" : " below " + parent));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Hands all that a team has over to another one and deletes it.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team merge db platform --tenant acme")
    int merge(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1", paramLabel = "INTO", description = "The team that stays.") String into) {
        Answer merged =
                tenant.write("POST", "/teams/" + tenant.team(team) + "/merge", Map.of("into", tenant.team(into)));
        return Print.done(tenant.session(), merged, "merged team " + team + " into " + into);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Deletes a team; its members lose what they had by it.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team delete db --tenant acme --move-up")
    int delete(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "TEAM", description = TEAM) String team,
            @Option(names = "--move-up", description = "Puts the teams below it where it stood.") boolean moveUp) {
        String path = "/teams/" + tenant.team(team) + (moveUp ? "?children=move_up" : "");
        Answer deleted = tenant.write("DELETE", path, null);
        return Print.done(tenant.session(), deleted, "deleted team " + team);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Assigns roles to all members of a team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team assign db operator --tenant acme")
    int assign(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "Names or ids of roles.")
                    List<String> roles,
            @Mixin Given given) {
        Answer done = tenant.write("POST", "/teams/" + tenant.team(team) + "/roles", given.roles(tenant.roles(roles)));
        return Print.done(tenant.session(), done, "assigned " + String.join(", ", roles) + " to " + team);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes roles away from a team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team unassign db operator --tenant acme")
    int unassign(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "Names or ids of roles.")
                    List<String> roles) {
        Answer done = tenant.write(
                "DELETE", "/teams/" + tenant.team(team) + "/roles", Map.of("role_ids", tenant.roles(roles)));
        return Print.done(tenant.session(), done, "took " + String.join(", ", roles) + " from " + team);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Grants or denies the members of a team a permission.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team grant platform backups.run.tenant --tenant acme")
    int grant(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Mixin GivenPermission given) {
        return PermissionLists.add(tenant, "/teams/" + tenant.team(team), given);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes a permission away from a team: every grant and denial of it, or only those named.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team revoke platform backups.run.tenant --tenant acme")
    int revoke(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Mixin GivenPermission given) {
        return PermissionLists.remove(tenant, "/teams/" + tenant.team(team), given);
    }
}
