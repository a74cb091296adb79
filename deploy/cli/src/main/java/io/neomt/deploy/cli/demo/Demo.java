package io.neomt.deploy.cli.demo;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.EventTail;
import io.neomt.deploy.cli.client.PlatformClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The main job through the public interfaces only: commands by REST, events from Kafka, answers by REST. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PlatformClient platform;
    private final DemoReport report;
    private final Consumer<String> out;

    public Demo(PlatformClient platform, Consumer<String> out) {
        this.platform = platform;
        this.out = out;
        this.report = new DemoReport(out);
    }

    /**
     * Runs all steps and prints the summary.
     *
     * @throws DemoFailedException at the first step that does not do what it should
     */
    public void run() {
        EventTail tail = EventTail.open(platform.kafkaBootstrapServers(), platform.topic(), true);
        try (EventPrinter events = new EventPrinter(tail, out)) {
            ApiClient admin = platform.commands(platform.token(platform.platformRealm(), "admin"));
            String organization = report.step("Create the organization that owns the tenants", () -> admin.post(
                            "/api/v1/admin/organizations", Map.of("name", "Acme Group", "slug", "acme-group"), key())
                    .orRefuse()
                    .id());
            DemoTenant acme = report.step(
                    "Create the tenant acme and wait for its schema",
                    () -> tenant(admin, events, organization, "acme"));
            DemoTenant globex = report.step(
                    "Create the tenant globex and wait for its schema",
                    () -> tenant(admin, events, organization, "globex"));
            DemoTenant asAnn = report.step("Give acme its first admin, ann", () -> firstAdmin(acme, "ann"));
            DemoTenant asGina = report.step("Give globex its first admin, gina", () -> firstAdmin(globex, "gina"));
            new AccessSteps(report, this::visible).run(asAnn);
            new IsolationSteps(report).run(asAnn, asGina);
            report.step(
                    "Every event passed Kafka, in order and without a gap", () -> allPublished(events, acme, globex));
            new DemoSummary(report, events.sequences()).print(out);
        }
    }

    private DemoTenant tenant(ApiClient admin, EventPrinter events, String organization, String slug) {
        Answer requested = admin.post(
                        "/api/v1/admin/tenants",
                        Map.of(
                                "name",
                                slug + " Inc.",
                                "slug",
                                slug,
                                "organization_id",
                                organization,
                                "settings",
                                Map.of("free_permission_codes", true)),
                        key())
                .orRefuse();
        events.name(requested.id(), slug);
        ApiClient reader = platform.queries(platform.token(platform.platformRealm(), "admin"));
        long begun = System.nanoTime();
        until("the tenant " + slug + " is active", () -> "active"
                .equals(reader.get("/api/v1/admin/tenants/" + requested.id(), Map.of())
                        .data()
                        .path("status")
                        .asString("")));
        report.say("active %d ms after the request".formatted((System.nanoTime() - begun) / 1_000_000));
        return new DemoTenant(requested.id(), slug, admin, reader);
    }

    private DemoTenant firstAdmin(DemoTenant tenant, String username) {
        String role = tenant.createRole("owner", List.of("*.*.*"), List.of())
                .orRefuse()
                .id();
        String user = tenant.createUser(username, username).orRefuse().id();
        Answer assigned = tenant.assign(user, role).orRefuse();
        DemoTenant own = tenant.as(platform.token("tenant-" + tenant.slug(), username));
        Expect.that(
                own.check(user, "users.write.tenant", assigned.consistency())
                        .orRefuse()
                        .data()
                        .path("allowed")
                        .asBoolean(),
                username + " should be an admin");
        report.say(username + " may do everything in " + tenant.slug());
        return own;
    }

    /** Sends a command and checks until the answer is the expected one: without a token, then at once with it. */
    private Answer visible(
            DemoTenant tenant, String user, String permission, boolean allowed, Supplier<Answer> command) {
        long begun = System.nanoTime();
        Answer accepted = command.get().orRefuse();
        until(permission + " is " + (allowed ? "allowed" : "denied"), () -> {
            Answer check = tenant.check(user, permission, Map.of()).orRefuse();
            return allowed == check.data().path("allowed").asBoolean();
        });
        double millis = (System.nanoTime() - begun) / 1e6;
        Answer confirmed =
                tenant.check(user, permission, accepted.consistency()).orRefuse();
        Expect.that(
                confirmed.data().path("allowed").asBoolean() == allowed,
                permission + " with the token: " + confirmed.body());
        report.flipped(new DemoReport.Flip(
                permission, allowed, confirmed.data().path("reason").asString(""), millis, false));
        return accepted;
    }

    private String allPublished(EventPrinter events, DemoTenant... tenants) {
        for (DemoTenant tenant : tenants) {
            long head = tenant.check(
                            UUID.randomUUID().toString(), "any.thing.own", Map.of("X-Consistency", "fully_consistent"))
                    .orRefuse()
                    .data()
                    .path("consistency")
                    .path("position")
                    .asLong();
            until(
                    "all " + head + " events of " + tenant.slug() + " were seen",
                    () -> events.sequenceOf(tenant.id()) >= head);
        }
        Expect.that(events.violation().isEmpty(), events.violation());
        return "";
    }

    private static void until(String what, Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            Expect.that(System.nanoTime() < deadline, "waited " + PATIENCE.toSeconds() + " s in vain until " + what);
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    private static Map<String, String> key() {
        return new HashMap<>(Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** How a step shows that a command turned a check. */
    @FunctionalInterface
    interface Visible {
        Answer turned(DemoTenant tenant, String user, String permission, boolean allowed, Supplier<Answer> command);
    }
}
