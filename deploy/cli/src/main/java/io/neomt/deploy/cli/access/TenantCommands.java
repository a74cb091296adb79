package io.neomt.deploy.cli.access;

import io.neomt.deploy.cli.client.Answer;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code neo tenant}: the tenants of the platform. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        subcommands = HelpCommand.class,
        description = "Works on the tenants of the platform.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./neo tenant create acme --name \"Acme Inc.\" --wait",
            "  ./neo tenant list --status suspended",
            "  ./neo tenant delete acme --purge-after P7D"
        })
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
            @Option(
                            names = "--status",
                            description =
                                    "requested, provisioning, failed, active, suspended, deprovisioning, deleted or"
                                            + " purged.")
                    @Nullable
                    String status) {
        return Print.list(
                session,
                session.list(TENANTS + Query.of("q", q, "status", status)),
                "slug",
                "id",
                "status",
                "region",
                "deployment_type",
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
        JsonNode found = named(session, tenant).data();
        return Print.fields(session, isBeingMade(found) ? withReason(session, found) : found);
    }

    private static boolean isBeingMade(JsonNode tenant) {
        return Set.of("requested", "provisioning")
                .contains(tenant.path("status").asString(""));
    }

    /** With what it waits for, where something is in the way. */
    private static JsonNode withReason(Session session, JsonNode tenant) {
        JsonNode work = session.provisioning(path(tenant.path("id").asString("")) + "/provisioning")
                .data();
        return work.hasNonNull("waiting_for")
                ? ((ObjectNode) tenant)
                        .put("waiting_for", work.path("waiting_for").asString(""))
                : tenant;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Creates a tenant and waits until it can be used.",
            footerHeading = "%nExamples:%n",
            footer = {
                "  ./neo tenant create acme --name \"Acme Inc.\" --wait",
                "  ./neo tenant create big --region eu-west-1 --deployment-type database --admin ann"
            })
    int create(
            @Mixin Session session,
            @Parameters(paramLabel = "SLUG", description = "How the tenant is called in addresses.") String slug,
            @Mixin TenantWish wish,
            @Option(names = "--wait", description = "Prints each step of the provisioning as it ends.") boolean steps,
            @Option(names = "--no-wait", description = "Returns as soon as the tenant is requested.") boolean noWait) {
        Answer requested = session.write("POST", TENANTS, wish.body(slug), Map.of());
        if (noWait) {
            return Print.done(session, requested, "requested tenant " + slug + " " + requested.id());
        }
        Answer active = Activation.await(session, path(requested.id()), steps);
        return Print.done(session, active, "created tenant " + slug + " " + requested.id());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Changes a tenant's name and contacts. What is not given stays as it is.",
            footerHeading = "%nExample:%n",
            footer =
                    "  ./neo tenant update acme --name \"Acme Corp.\" --contact \"billing=Ann Lee <ann@acme.example>\"")
    int update(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant,
            @Mixin TenantChange change) {
        Answer read = named(session, tenant);
        Map<String, String> match = read.headers()
                .firstValue("ETag")
                .map(tag -> Map.of("If-Match", tag))
                .orElse(Map.of());
        Answer done = session.write("PUT", path(read.id()), change.body(session, read), match);
        return Print.done(session, done, "changed tenant " + tenant);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Denies everybody everything in a tenant, until it is resumed.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant suspend acme --reason \"unpaid since May\"")
    int suspend(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant,
            @Option(names = "--reason", required = true, description = "For those who ask later why.") String reason) {
        return change(session, tenant, "/suspend", Map.of("reason", reason), "suspended tenant");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets a suspended tenant be used again.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant resume acme")
    int resume(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant) {
        return change(session, tenant, "/resume", null, "resumed tenant");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Takes a tenant out of use. It can be restored for a while; then nothing is left of it.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant delete acme --purge-after P7D")
    int delete(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant,
            @Option(
                            names = "--purge-after",
                            paramLabel = "DURATION",
                            description = "How long it can be restored, such as P7D or PT1H; default 30 days.")
                    @Nullable
                    String purgeAfter) {
        String path = path(named(session, tenant).id()) + Query.of("purge_after", purgeAfter);
        Answer answer = session.write("DELETE", path, null, Map.of());
        return Print.done(
                session,
                answer,
                "deleted tenant " + tenant + "; it can be restored until "
                        + Objects.requireNonNullElse(
                                Print.text(answer.data().path("purge_after")), "its time is over"));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes a deleted tenant what it was before.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant restore acme")
    int restore(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant) {
        return change(session, tenant, "/restore", null, "restored tenant");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Removes a deleted tenant for good, before its time.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant purge acme")
    int purge(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant) {
        return change(session, tenant, "/purge", null, "purging tenant");
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes a tenant after all that could not be made.",
            footerHeading = "%nExample:%n",
            footer = "  ./neo tenant retry acme")
    int retry(
            @Mixin Session session,
            @Parameters(paramLabel = "TENANT", description = "The tenant's slug or id.") String tenant) {
        return change(session, tenant, "/provisioning/retry", null, "trying again to make tenant");
    }

    private static int change(Session session, String tenant, String action, @Nullable Object body, String sentence) {
        Answer answer = session.write("POST", path(named(session, tenant).id()) + action, body, Map.of());
        return Print.done(session, answer, sentence + " " + tenant);
    }

    private static Answer named(Session session, String tenant) {
        return session.get(path(tenant));
    }

    private static String path(String tenant) {
        return TENANTS + "/" + InTenant.encode(tenant);
    }
}
