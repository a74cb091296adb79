package io.neomt.deploy.cli.audit;

import io.neomt.deploy.cli.access.Group;
import io.neomt.deploy.cli.access.Print;
import io.neomt.deploy.cli.access.Query;
import io.neomt.deploy.cli.access.Session;
import io.neomt.deploy.cli.terminal.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code neo audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        subcommands = {HelpCommand.class, ExportCommand.class, VerifyCommand.class},
        description = {
            "What happened in a tenant, who did it, and who could do what at which time.",
            "Exit codes: 0 done, 1 refused or something is wrong with an export, 2 wrong usage."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo audit search --tenant acme --actor acme/0198c5a0-0000-7000-8000-000000000005",
            "  ./neo audit holders --tenant acme --permission posts.write.team --at 2026-03-01T08:00:00Z",
            "  ./neo audit export --tenant acme --out acme-audit",
            "  ./neo audit verify acme-audit --key neo-audit-key.pem"
        })
public final class AuditCommands extends Group {

    private static final int LARGEST_PART = 1_000;

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists what happened, the newest first.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./neo audit search --tenant acme --type neo.user.role-assigned.v1 --limit 20",
                "  ./neo audit search --tenant acme --subject user/0198c5a0-0000-7000-8000-000000000005",
                "  ./neo audit search --tenant acme --from 2026-03-01T00:00:00Z --to 2026-04-01T00:00:00Z --json"
            })
    int search(
            @Mixin Session session,
            @Option(names = "--tenant", required = true, paramLabel = "SLUG", description = "The tenant.")
                    String tenant,
            @Option(names = "--actor", description = "Who did it: <tenant>/<user id> or system/<name>.") @Nullable
                    String actor,
            @Option(names = "--subject", description = "What it is about: user/<id>, role/<id> and so on.") @Nullable
                    String subject,
            @Option(names = "--type", description = "The kind of event.") @Nullable String type,
            @Option(names = "--from", paramLabel = "TIME", description = "The first moment that is wanted.") @Nullable
                    Instant from,
            @Option(names = "--to", paramLabel = "TIME", description = "The first moment not wanted any more.")
                    @Nullable
                    Instant to,
            @Option(names = "--limit", defaultValue = "100", description = "How many; default ${DEFAULT-VALUE}.")
                    int limit) {
        String query = Query.of("actor", actor, "subject", subject, "type", type, "from", text(from), "to", text(to));
        List<JsonNode> found = found(session, "/api/v1/tenants/" + tenant + "/audit" + query, limit);
        return Print.list(session, found, "position", "time", "type", "subject", "actor", "reason");
    }

    private static List<JsonNode> found(Session session, String path, int limit) {
        List<JsonNode> found = new ArrayList<>();
        String next = "";
        do {
            String part = "limit=" + Math.min(LARGEST_PART, Math.max(1, limit - found.size()))
                    + (next.isEmpty() ? "" : "&cursor=" + next);
            var answer = session.query(path + (path.contains("?") ? "&" : "?") + part);
            answer.data().forEach(found::add);
            next = answer.body().path("pagination").path("next_cursor").asString("");
        } while (!next.isEmpty() && found.size() < limit);
        return found;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists who had a permission at some time, by what had happened until then.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo audit holders --tenant acme --permission posts.write.team --at 2026-03-01T08:00:00Z")
    int holders(
            @Mixin Session session,
            @Option(names = "--tenant", required = true, paramLabel = "SLUG", description = "The tenant.")
                    String tenant,
            @Option(names = "--permission", required = true, paramLabel = "CODE", description = "The permission.")
                    String permission,
            @Option(names = "--at", paramLabel = "TIME", description = "When; default now.") @Nullable Instant at) {
        JsonNode answer = session.query("/api/v1/tenants/" + tenant + "/audit/holders"
                        + Query.of("permission", permission, "at", text(at)))
                .data();
        return session.print(answer, () -> {
            Table table = new Table("USER", "USERNAME", "BY");
            answer.path("holders")
                    .forEach(holder -> table.add(
                            holder.path("user_id").asString(""),
                            holder.path("username").asString("-"),
                            Print.text(holder.path("by"))));
            table.print(session.out());
            session.out()
                    .println(answer.path("holders").size() + " had " + permission + " at "
                            + answer.path("at").asString("") + " (position "
                            + answer.path("position").asLong(0) + ")");
        });
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
