package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code neo tenant}: the tenants of the platform. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the tenants of the platform.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./neo tenant create acme --name \"Acme Inc.\"", "  ./neo tenant list"})
public final class TenantCommands extends Group {

    private static final String TENANTS = "/api/v1/admin/tenants";

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lists tenants.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant list --status active")
    int list(
            @Mixin Session session,
            @Option(names = "--q", description = "How the name or the slug starts.") @Nullable String q,
            @Option(names = "--status", description = "Such as requested or active.") @Nullable String status) {
        return Print.list(
                session,
                session.list(TENANTS + Query.of("q", q, "status", status)),
                "slug",
                "id",
                "status",
                "region",
                "name");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows one tenant.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant show acme")
    int show(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant) {
        return Print.fields(
                session, session.get(TENANTS + "/" + InTenant.encode(tenant)).data());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Creates a tenant and waits until it can be used.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant create acme --name \"Acme Inc.\"")
    int create(
            @Mixin Session session,
            @Parameters(paramLabel = "SLUG", description = "How the tenant is called in addresses.") String slug,
            @Option(names = "--name", description = "How the tenant is shown; default the slug.") @Nullable String name,
            @Option(names = "--region", description = "Where its data lies.") @Nullable String region,
            @Option(names = "--organization", description = "The id of the organization that it belongs to.") @Nullable
                    String organization,
            @Option(names = "--free-permission-codes", description = "Lets codes be granted that no catalogue knows.")
                    boolean free,
            @Option(names = "--no-wait", description = "Returns as soon as the tenant is requested.") boolean noWait) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", Objects.requireNonNullElse(name, slug));
        body.put("slug", slug);
        body.put("region", region);
        body.put("organization_id", organization);
        body.values().removeIf(Objects::isNull);
        if (free) {
            body.put("settings", Map.of("free_permission_codes", true));
        }
        Answer requested = session.write("POST", TENANTS, body, Map.of());
        if (noWait) {
            return Print.done(session, requested, "requested tenant " + slug + " " + requested.id());
        }
        Answer active = Activation.await(session, TENANTS + "/" + requested.id());
        return Print.done(session, active, "created tenant " + slug + " " + requested.id());
    }
}
