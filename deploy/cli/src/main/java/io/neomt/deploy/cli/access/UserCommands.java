package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo user}: the users of a tenant. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the users of a tenant.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo user create ann --tenant acme --email ann@acme.example",
            "  ./neo user assign ann editor --tenant acme --until 2026-12-31T00:00:00Z",
            "  ./neo user permissions ann --tenant acme"
        })
public final class UserCommands extends Group {

    private static final String USER = "The user's name or id.";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists users.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user list --tenant acme --q an")
    int list(
            @Mixin InTenant tenant,
            @Option(names = "--q", description = "How the name or the address starts.") @Nullable String q,
            @Option(names = "--status", description = "active, deactivated or deleted.") @Nullable String status) {
        return Print.list(
                tenant.session(),
                tenant.list("/users" + Query.of("q", q, "status", status)),
                "username",
                "id",
                "status",
                "email",
                "display_name");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one user.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user show ann --tenant acme --json")
    int show(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        return Print.fields(
                tenant.session(), tenant.get("/users/" + tenant.user(user)).data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Creates a user.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user create ann --tenant acme --name \"Ann Lee\"")
    int create(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "USERNAME", description = "How the user is called.") String username,
            @Option(names = "--email", description = "The user's address.") @Nullable String email,
            @Option(names = "--name", description = "How the user is shown.") @Nullable String name,
            @Option(names = "--external-id", description = "The user's id in the realm; default the name.") @Nullable
                    String externalId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("username", username);
        body.put("email", email);
        body.put("display_name", Objects.requireNonNullElse(name, username));
        body.put("external_id", Objects.requireNonNullElse(externalId, username));
        Answer created = tenant.write("POST", "/users", body);
        return Print.done(tenant.session(), created, "created user " + username + " " + created.id());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Changes the address or the shown name of a user.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user update ann --tenant acme --email ann@new.example")
    int update(
            @Mixin InTenant tenant,
            @Parameters(paramLabel = "USER", description = USER) String user,
            @Option(names = "--email", description = "The new address; empty for none.") @Nullable String email,
            @Option(names = "--name", description = "How the user is shown.") @Nullable String name) {
        String path = "/users/" + tenant.user(user);
        Answer read = tenant.get(path);
        Map<String, Object> body = new LinkedHashMap<>();
        String address = email == null ? read.data().path("email").stringValue(null) : email;
        body.put("email", address == null || address.isEmpty() ? null : address);
        body.put("display_name", name == null ? read.data().path("display_name").asString("") : name);
        return Print.done(tenant.session(), tenant.replace(path, body, read), "updated user " + user);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Deletes a user, whose name is free again.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user delete ann --tenant acme")
    int delete(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        Answer deleted = tenant.write("DELETE", "/users/" + tenant.user(user), null);
        return Print.done(tenant.session(), deleted, "deleted user " + user);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Denies a user everything, until reactivated.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user deactivate ann --tenant acme")
    int deactivate(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        Answer done = tenant.write("POST", "/users/" + tenant.user(user) + "/deactivate", null);
        return Print.done(tenant.session(), done, "deactivated user " + user);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Gives a deactivated user everything back.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user reactivate ann --tenant acme")
    int reactivate(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        Answer done = tenant.write("POST", "/users/" + tenant.user(user) + "/reactivate", null);
        return Print.done(tenant.session(), done, "reactivated user " + user);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Assigns roles to a user.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user assign ann editor reviewer --tenant acme")
    int assign(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "USER", description = USER) String user,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "Names or ids of roles.")
                    List<String> roles,
            @Mixin Given given) {
        Answer done = tenant.write("POST", "/users/" + tenant.user(user) + "/roles", given.roles(tenant.roles(roles)));
        return Print.done(tenant.session(), done, "assigned " + String.join(", ", roles) + " to " + user);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes roles away from a user.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user unassign ann editor --tenant acme")
    int unassign(
            @Mixin InTenant tenant,
            @Parameters(index = "0", paramLabel = "USER", description = USER) String user,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "ROLE", description = "Names or ids of roles.")
                    List<String> roles) {
        Answer done = tenant.write(
                "DELETE", "/users/" + tenant.user(user) + "/roles", Map.of("role_ids", tenant.roles(roles)));
        return Print.done(tenant.session(), done, "took " + String.join(", ", roles) + " from " + user);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the roles that are assigned to a user.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user roles ann --tenant acme")
    int roles(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        return Print.list(
                tenant.session(),
                tenant.list("/users/" + tenant.user(user) + "/roles"),
                "name",
                "id",
                "valid_from",
                "expires_at",
                "condition");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists the teams that a user is in.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user teams ann --tenant acme")
    int teams(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        return Print.list(
                tenant.session(),
                tenant.list("/users/" + tenant.user(user) + "/teams"),
                "name",
                "id",
                "team_role",
                "valid_from",
                "expires_at",
                "condition");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists everything that a user holds, and where it comes from.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo user permissions ann --tenant acme")
    int permissions(@Mixin InTenant tenant, @Parameters(paramLabel = "USER", description = USER) String user) {
        return Held.print(tenant, "/users/" + tenant.user(user) + "/permissions");
    }
}
