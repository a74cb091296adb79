package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo team member}: who is in a team. */
@Command(
        name = "member",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the members of a team.",
        footerHeading = "%nExample:%n",
        footer = "  ./neo team member add db ann --tenant acme --team-role lead")
public final class TeamMemberCommands extends Group {

    private static final String TEAM = "The team's name or id.";
    private static final String USERS = "Names or ids of users.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the members of a team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team member list db --tenant acme")
    int list(@Mixin InTenant tenant, @Parameters(paramLabel = "TEAM", description = TEAM) String team) {
        return Print.list(
                tenant.session(),
                tenant.list("/teams/" + tenant.team(team) + "/members"),
                "username",
                "user_id",
                "team_role",
                "valid_from",
                "expires_at",
                "condition");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Puts users into a team; one who is in it already gets the new terms.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team member add db ann bob --tenant acme --until 2026-12-31T00:00:00Z")
    int add(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "USER", description = USERS) List<String> users,
            @Option(
                            names = "--team-role",
                            paramLabel = "LABEL",
                            description = "Such as member or lead; grants nothing.")
                    @Nullable
                    String teamRole,
            @Mixin Given given) {
        List<Map<String, Object>> members = users.stream()
                .map(user -> member(tenant.user(user), teamRole, given))
                .toList();
        Answer done = tenant.write("POST", "/teams/" + tenant.team(team) + "/members", Map.of("members", members));
        return Print.done(tenant.session(), done, "added " + String.join(", ", users) + " to " + team);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes users out of a team.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo team member remove db ann --tenant acme")
    int remove(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "TEAM", description = TEAM) String team,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "USER", description = USERS) List<String> users) {
        Answer done = tenant.write(
                "DELETE",
                "/teams/" + tenant.team(team) + "/members",
                Map.of("user_ids", users.stream().map(tenant::user).toList()));
        return Print.done(tenant.session(), done, "removed " + String.join(", ", users) + " from " + team);
    }

    private static Map<String, Object> member(String id, @Nullable String teamRole, Given given) {
        return given.in(teamRole == null ? Map.of("user_id", id) : Map.of("user_id", id, "team_role", teamRole));
    }
}
