package io.neomt.commons.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.view.SchemaName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachedTenantDirectoryTest {

    private final Single source = new Single();
    private final CachedTenantDirectory directory = new CachedTenantDirectory(source);

    @Test
    void anActiveTenantIsReadOnceForBothItsNames() {
        source.tenant = tenant(TenantStatus.ACTIVE);
        assertThat(directory.find("acme")).isPresent();
        assertThat(directory.find("acme")).isPresent();
        assertThat(directory.find(TenantId.PLATFORM)).isPresent();
        assertThat(source.reads).isEqualTo(1);
    }

    @Test
    void anActivationIsSeenByTheNextLookUp() {
        assertThat(directory.find("acme")).isEmpty();
        source.tenant = tenant(TenantStatus.REQUESTED);
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(false);
        source.tenant = tenant(TenantStatus.ACTIVE);
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(true);
        assertThat(directory.find(TenantId.PLATFORM)).map(Tenant::active).hasValue(true);
    }

    private static Tenant tenant(TenantStatus status) {
        return new Tenant(TenantId.PLATFORM, "acme", SchemaName.ofSlug("acme"), status, null, "local");
    }

    private static final class Single implements TenantDirectory {

        private @Nullable Tenant tenant;
        private int reads;

        @Override
        public Optional<Tenant> find(TenantId id) {
            reads++;
            return Optional.ofNullable(tenant);
        }

        @Override
        public Optional<Tenant> find(String slug) {
            reads++;
            return Optional.ofNullable(tenant);
        }
    }
}
