package io.neomt.commons.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.TenantId;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachedTenantDirectoryTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Single source = new Single();
    private long now = -5;
    private final Queue<Runnable> beside = new ArrayDeque<>();
    private final CachedTenantDirectory directory = new CachedTenantDirectory(source, () -> now, beside::add);

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

    @Test
    void whoIsAskedForAfterAWhileIsReadAnewBesideThoseWhoAsk() {
        findAgainAfter(19);
        assertThat(beside).isEmpty();
        findAgainAfter(20);
        assertThat(readsOfOneMore()).as("reads of one who asks").isZero();
        assertThat(beside).as("once, whoever asks").hasSize(1);
        beside.remove().run();
        assertThat(source.reads).as("reads of the tenant, then and before").isEqualTo(2 + 1);
        assertThat(readsOfOneMore()).isZero();
        assertThat(beside).as("what was read anew counts from then on").isEmpty();
    }

    @Test
    void whatIsFoundWhenATenantIsReadAnewIsSeen() {
        findAgainAfter(20);
        source.tenant = tenant(TenantStatus.SUSPENDED);
        beside.remove().run();
        assertThat(directory.find("acme")).map(Tenant::active).hasValue(false);
    }

    @Test
    void whatIsForgottenWhileItIsReadAnewStaysForgotten() {
        findAgainAfter(20);
        source.meanwhile = () -> directory.forget(TenantId.PLATFORM);
        beside.remove().run();
        source.meanwhile = () -> {};
        assertThat(readsOfOneMore()).isEqualTo(1);
    }

    @Test
    void aTenantThatCannotBeReadAnewIsKnownForItsTime() {
        findAgainAfter(20);
        source.meanwhile = () -> {
            throw new IllegalStateException("no database");
        };
        beside.remove().run();
        assertThat(readsOfOneMore()).isZero();
        assertThat(beside).isEmpty();
    }

    private void findAgainAfter(int seconds) {
        source.tenant = tenant(TenantStatus.ACTIVE);
        directory.forgetAll();
        directory.find("acme");
        now += seconds * SECOND;
        directory.heardUntil(now);
        assertThat(readsOfOneMore()).isZero();
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
