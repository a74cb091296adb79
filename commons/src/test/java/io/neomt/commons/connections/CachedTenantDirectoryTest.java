package io.neomt.commons.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachedTenantDirectoryTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Single source = new Single();
    private long now = -5;
    private final CachedTenantDirectory directory = new CachedTenantDirectory(source, () -> now);

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

    @Test
    void aTenantThatChangedIsForgottenByBothItsNames() {
        source.tenant = tenant(TenantStatus.ACTIVE);
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(true);
        source.tenant = tenant(TenantStatus.SUSPENDED);
        directory.forget(TenantId.PLATFORM);
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(false);
        assertThat(directory.find(TenantId.PLATFORM)).map(Tenant::active).hasValue(false);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotRememberedAfterIt() {
        source.tenant = tenant(TenantStatus.ACTIVE);
        source.meanwhile = () -> directory.forget(TenantId.PLATFORM);
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(true);
        source.meanwhile = () -> {};
        source.tenant = tenant(TenantStatus.SUSPENDED);
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(false);
        assertThat(directory.find(TenantId.PLATFORM)).map(Tenant::active).hasValue(false);
    }

    @Test
    void whatNobodyTellsOfIsSeenAfterASecond() {
        source.tenant = tenant(TenantStatus.ACTIVE);
        directory.find("acme");
        now += SECOND - 1;
        assertThat(readsOfOneMore()).isZero();
        now++;
        assertThat(readsOfOneMore()).isEqualTo(1);
    }

    @Test
    void aTenantIsRememberedForAsLongAsEverythingIsHeard() {
        source.tenant = tenant(TenantStatus.ACTIVE);
        directory.find("acme");
        for (int i = 0; i < 5; i++) {
            now += SECOND - 1;
            directory.heardUntil(now);
            assertThat(readsOfOneMore()).isZero();
        }
        now += SECOND;
        assertThat(readsOfOneMore()).isEqualTo(1);
    }

    @Test
    void whoBeginsToListenVouchesForNothingYet() {
        source.tenant = tenant(TenantStatus.ACTIVE);
        directory.heardUntil(now);
        directory.forgetAll();
        directory.find("acme");
        now += SECOND;
        assertThat(readsOfOneMore()).isEqualTo(1);
    }

    private int readsOfOneMore() {
        int before = source.reads;
        assertThat(directory.find("acme")).isPresent();
        return source.reads - before;
    }

    private static Tenant tenant(TenantStatus status) {
        return new Tenant(TenantId.PLATFORM, "acme", SchemaName.ofSlug("acme"), status, null, new Region("local"));
    }

    private static final class Single implements TenantDirectory {

        private @Nullable Tenant tenant;
        private Runnable meanwhile = () -> {};
        private int reads;

        @Override
        public Optional<Tenant> find(TenantId id) {
            reads++;
            meanwhile.run();
            return Optional.ofNullable(tenant);
        }

        @Override
        public Optional<Tenant> find(String slug) {
            reads++;
            meanwhile.run();
            return Optional.ofNullable(tenant);
        }
    }
}
