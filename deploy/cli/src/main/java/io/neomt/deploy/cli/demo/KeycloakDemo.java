package io.neomt.deploy.cli.demo;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** People of a tenant sign in through Keycloak, and what they get opens commands and checks until they sign out. */
public final class KeycloakDemo {

    /** What a person does on Keycloak's own page, which a demo has no browser for. */
    @FunctionalInterface
    public interface PasswordPage {
        void choose(String realm, String username, String password);
    }

    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String SLUG = "acme";
    private static final String ADMIN = "ann";

    private final PlatformClient platform;
    private final String initialPassword;
    private final PasswordPage page;
    private final DemoReport report;

    /** @param initialPassword what first admins sign in with once */
    public KeycloakDemo(PlatformClient platform, String initialPassword, PasswordPage page, Consumer<String> out) {
        this.platform = platform;
        this.initialPassword = initialPassword;
        this.page = page;
        this.report = new DemoReport(out);
    }

    /**
     * Runs all steps.
     *
     * @throws DemoFailedException at the first step that does not do what it should
     */
    public void run() {
        String admin = report.step(
                "The platform's administrator signs in at Keycloak",
                () -> platform.token(platform.platformRealm(), "admin"));
        report.step("Create the tenant acme with a realm of its own and ann as its first admin", () -> create(admin));
        String password = UUID.randomUUID().toString();
        report.step("ann's first password only lets her choose another", () -> choose(password));
        Answer tokens = report.step("ann signs in by the password grant", () -> signIn(password));
        DemoTenant asAnn = tenant(tokens);
        report.step("ann writes and checks with her token", () -> act(asAnn));
        report.step("ann signs out, and her token opens nothing any more", () -> signOut(asAnn, tokens));
    }

    private String create(String admin) {
        Map<String, Object> wish = Map.of(
                "name",
                "Acme Inc.",
                "slug",
                SLUG,
                "create_keycloak_realm",
                true,
                "first_admin",
                Map.of("username", ADMIN, "email", "ann@acme.example", "display_name", "Ann Lee"));
        long begun = System.nanoTime();
        String id = platform.commands(admin)
                .post("/api/v1/admin/tenants", wish, Map.of())
                .orRefuse()
                .id();
        ApiClient queries = platform.queries(admin);
        while (!"active"
                .equals(queries.get("/api/v1/admin/tenants/" + id, Map.of())
                        .data()
                        .path("status")
                        .asString(""))) {
            Expect.that(System.nanoTime() - begun < PATIENCE_NANOS, "the tenant did not become active");
            LockSupport.parkNanos(5_000_000);
        }
        report.say("active %d ms after the request".formatted((System.nanoTime() - begun) / 1_000_000));
        return id;
    }

    private Answer choose(String password) {
        Answer refused = Expect.refusal(login(initialPassword), 403, "ACCOUNT_UNFINISHED");
        page.choose("tenant-" + SLUG, ADMIN, password);
        return refused;
    }

    private Answer signIn(String password) {
        Expect.refusal(login(password + "x"), 401, "INVALID_CREDENTIALS");
        Answer tokens = login(password).orRefuse();
        report.say("a token for %d s".formatted(tokens.data().path("expires_in").asLong()));
        return tokens;
    }

    private String act(DemoTenant asAnn) {
        Answer me = asAnn.queries().get("/api/v1/auth/me", Map.of()).orRefuse();
        report.say("ann is %s".formatted(me.data()));
        String role = asAnn.createRole("reader", List.of("roles.read.tenant"), List.of())
                .orRefuse()
                .id();
        String bob = asAnn.createUser("bob", "Bob").orRefuse().id();
        Answer assigned = asAnn.assign(bob, role).orRefuse();
        boolean allowed = asAnn.check(bob, "roles.read.tenant", assigned.consistency())
                .orRefuse()
                .data()
                .path("allowed")
                .asBoolean();
        Expect.that(allowed, "bob should be allowed to read roles");
        report.say("bob may do what ann gave him");
        return bob;
    }

    private Answer signOut(DemoTenant asAnn, Answer tokens) {
        String refresh = tokens.data().path("refresh_token").asString();
        Answer out = asAnn.queries().post("/api/v1/auth/logout", Map.of("refresh_token", refresh), Map.of());
        Expect.that(out.status() == 204, "signing out was answered with " + out.status());
        return Expect.refusal(asAnn.queries().get("/api/v1/auth/me", Map.of()), 401, "UNAUTHENTICATED");
    }

    private Answer login(String password) {
        return platform.service("query-api")
                .post("/api/v1/auth/login", Map.of("tenant", SLUG, "username", ADMIN, "password", password), Map.of());
    }

    private DemoTenant tenant(Answer tokens) {
        String token = tokens.data().path("access_token").asString();
        return new DemoTenant("", SLUG, platform.commands(token), platform.queries(token));
    }
}
