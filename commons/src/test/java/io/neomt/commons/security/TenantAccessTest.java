package io.neomt.commons.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.connections.TenantStatus;
import io.neomt.commons.web.ApiException;
import io.neomt.event.TenantId;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TenantAccessTest {

    private static final Tenant ACME = tenant("acme", 1);
    private static final Tenant BETA = tenant("beta", 2);
    private static final Tenant PLATFORM = new Tenant(
            TenantId.PLATFORM,
            "platform",
            SchemaName.ofSlug("platform"),
            TenantStatus.ACTIVE,
            "main",
            new Region("local"));
    private static final Caller ALICE = new Caller("tenant-acme", "acme", "alice", "Alice", false, null);
    private static final Caller ROOT = new Caller("NeoAdmin", "platform", "root", "Root", true, null);

    private final TenantAccess access = new TenantAccess(new Listed(List.of(ACME, BETA, PLATFORM)));

    @Test
    void aTenantsUserActsInTheirOwnTenantHoweverItIsNamed() {
        assertThat(access.resolve(ALICE, null)).isEqualTo(ACME);
        assertThat(access.resolve(ALICE, "acme")).isEqualTo(ACME);
        assertThat(access.resolve(ALICE, ACME.id().toString())).isEqualTo(ACME);
    }

    @Test
    void aTenantsUserCannotTellWhetherAnotherTenantExists() {
        String existing = refused(ALICE, "beta").message();
        assertThat(refused(ALICE, "beta").code().value()).isEqualTo("TENANT_FORBIDDEN");
        assertThat(refused(ALICE, BETA.id().toString()).message()).isEqualTo(existing);
        assertThat(refused(ALICE, "no-such-tenant").message()).isEqualTo(existing);
        assertThat(refused(ALICE, "platform").message()).isEqualTo(existing);
        assertThat(refused(ALICE, "ACME").message()).isEqualTo(existing);
    }

    @Test
    void aGuestEntersTheTenantThatLetThemInAndNoOther() {
        TenantAccess open = new TenantAccess(
                new Listed(List.of(ACME, BETA, PLATFORM)),
                (caller, home, tenant) -> caller.equals(ALICE) && home.equals(ACME) && tenant.equals(BETA));
        assertThat(open.resolve(ALICE, "beta")).isEqualTo(BETA);
        assertThat(open.resolve(ALICE, BETA.id().toString())).isEqualTo(BETA);
        assertThat(open.resolve(ALICE, null)).isEqualTo(ACME);
        ApiException refused = catchThrowableOfType(ApiException.class, () -> open.resolve(ALICE, "platform"));
        assertThat(refused.code().value()).isEqualTo("TENANT_FORBIDDEN");
        assertThat(refused.message()).isEqualTo(refused(ALICE, "no-such-tenant").message());
    }

    @Test
    void aPlatformUserNamesTheTenant() {
        assertThat(access.resolve(ROOT, "beta")).isEqualTo(BETA);
        assertThat(access.resolve(ROOT, ACME.id().toString())).isEqualTo(ACME);
        assertThat(access.resolve(ROOT, "platform")).isEqualTo(PLATFORM);
        assertThat(refused(ROOT, null).code().value()).isEqualTo("VALIDATION_ERROR");
        assertThat(refused(ROOT, "no-such-tenant").code().value()).isEqualTo("TENANT_NOT_FOUND");
    }

    @Test
    void aRealmWithoutItsTenantReachesNothing() {
        Caller orphan = new Caller("tenant-gone", "gone", "eve", "Eve", false, null);
        assertThat(refused(orphan, null).code().value()).isEqualTo("TENANT_NOT_FOUND");
        assertThat(refused(orphan, "acme").code().value()).isEqualTo("TENANT_FORBIDDEN");
    }

    private ApiException refused(Caller caller, @Nullable String named) {
        return catchThrowableOfType(ApiException.class, () -> access.resolve(caller, named));
    }

    private static Tenant tenant(String slug, int number) {
        TenantId id = new TenantId(new UUID(0x0190000000007000L, 0x8000000000000000L + number));
        return new Tenant(id, slug, SchemaName.ofSlug(slug), TenantStatus.ACTIVE, "main", new Region("local"));
    }

    private record Listed(List<Tenant> tenants) implements TenantDirectory {

        @Override
        public Optional<Tenant> find(TenantId id) {
            return tenants.stream().filter(tenant -> tenant.id().equals(id)).findAny();
        }

        @Override
        public Optional<Tenant> find(String slug) {
            return tenants.stream().filter(tenant -> tenant.slug().equals(slug)).findAny();
        }
    }
}
