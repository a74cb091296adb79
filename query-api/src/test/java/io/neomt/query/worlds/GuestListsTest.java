package io.neomt.query.worlds;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.Limits;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.Source;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.OnWhat;
import io.neomt.query.lookup.WhoCan;
import io.neomt.query.store.SqlCandidates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is no user of the tenant may be found in it, and find what is in it. */
class GuestListsTest {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");
    private static final TenantId HOME = TestBackends.randomTenant();
    private static final ResourceAction READ = ResourceAction.parse("docs.read");

    private static TestBackends backends;
    private static Tenant tenant;
    private static Candidates candidates;

    @BeforeAll
    static void start() {
        backends = TestBackends.fresh();
        tenant = backends.platform().activeTenant(TestBackends.randomTenant(), backends.slug());
        backends.platform().rows(tenant, GuestListsTest::write);
        candidates = new SqlCandidates(backends.platform().snapshots());
    }

    @AfterAll
    static void stop() {
        backends.close();
    }

    private static void write(DSLContext dsl) {
        access(dsl, "reader", HOME, "docs.*.*", "allow", null);
        access(dsl, "writer", HOME, "docs.write.tenant", "allow", null);
        access(dsl, "denied", HOME, "docs.read.tenant", "deny", null);
        access(dsl, "one", HOME, "docs.read.own", "allow", "7");
        access(dsl, "root", TenantId.PLATFORM, "mail.read.own", "allow", null);
        for (String id : List.of("1", "2", "3")) {
            dsl.insertInto(RESOURCES)
                    .set(RESOURCES.TYPE, "docs")
                    .set(RESOURCES.ID, id)
                    .set(RESOURCES.OWNER_ID, id.equals("2") ? user("owner").value() : null)
                    .set(RESOURCES.PROPERTIES, JSONB.valueOf("{}"))
                    .set(RESOURCES.VERSION, 1L)
                    .set(RESOURCES.CREATED_AT, TIME)
                    .set(RESOURCES.UPDATED_AT, TIME)
                    .execute();
        }
    }

    private static void access(
            DSLContext dsl, String user, TenantId home, String permission, String effect, @Nullable String id) {
        dsl.insertInto(ACCESS_GRANTS)
                .set(ACCESS_GRANTS.ID, UUID.randomUUID())
                .set(ACCESS_GRANTS.HOME_TENANT_ID, home.value())
                .set(ACCESS_GRANTS.USER_ID, user(user).value())
                .set(ACCESS_GRANTS.PERMISSION, permission)
                .set(ACCESS_GRANTS.EFFECT, effect)
                .set(ACCESS_GRANTS.RESOURCE_TYPE, id == null ? null : "docs")
                .set(ACCESS_GRANTS.RESOURCE_ID, id)
                .set(ACCESS_GRANTS.GRANTED_AT, TIME)
                .execute();
    }

    /** Whoever is of the platform needs no grant of this tenant's. */
    @Test
    void guestsAreAskedAboutWhoseGrantCanAllowItAndThoseOfThePlatform() {
        assertThat(users(WhoCan.of(PermissionCode.parse("docs.read.team")))).containsExactly(ids("reader", "root"));
        assertThat(users(WhoCan.of(on("7")))).containsExactly(ids("one", "reader", "root"));
    }

    @Test
    void whatAGuestHoldsDecidesWhichResourcesAreAskedAbout() {
        assertThat(resources("docs.read.tenant", null)).containsExactly("1", "2", "3", "7");
        assertThat(resources("docs.read.team", null)).containsExactly("2");
        assertThat(resources("*.*.own", null)).containsExactly("2");
        assertThat(resources("docs.read.tenant", new Instance("docs", "9"))).containsExactly("9");
        assertThat(resources("docs.read.tenant", new Instance("files", "9"))).isEmpty();
        assertThat(resources("docs.write.tenant", null)).isEmpty();
    }

    private List<String> users(WhoCan asked) {
        return candidates.users(tenant.id(), asked, null, 10).value();
    }

    private List<String> resources(String held, @Nullable Instance instance) {
        Entitlement entitlement = new Entitlement(
                PermissionPattern.parse(held),
                Effect.ALLOW,
                new Source.Access(UUID.randomUUID(), HOME.value()),
                Limits.of(List.of(), instance, ConditionLanguage.TEXTS));
        return candidates
                .resources(tenant.id(), OnWhat.of(on("any"), List.of(entitlement)), null, 10)
                .value();
    }

    private static CheckRequest.OnResource on(String id) {
        return new CheckRequest.OnResource(user("owner"), READ, new Instance("docs", id), null, Attributes.NONE);
    }

    private static UserId user(String name) {
        return Ids.user(name);
    }

    private static String[] ids(String... names) {
        return List.of(names).stream()
                .map(name -> user(name).toString())
                .sorted()
                .toArray(String[]::new);
    }
}
