package io.neomt.provisioning.store;

import static io.neomt.provisioning.TestPlatform.REGION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.TenantId;
import io.neomt.provisioning.TestPlatform;
import io.neomt.provisioning.run.Backlog;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.Observer;
import io.neomt.provisioning.run.Outcome;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.provisioning.run.Outcome.Finished;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Removed;
import io.neomt.provisioning.run.Outcome.Unfinished;
import io.neomt.provisioning.run.RealmAdmin;
import io.neomt.provisioning.run.RealmsUnavailableException;
import io.neomt.provisioning.run.Saga;
import io.neomt.provisioning.run.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Realms follow the status of their tenants, whatever was missed. */
class RealmUpkeepTest {

    private final TestPlatform platform = new TestPlatform();
    private final Realm realm = new Realm();
    private final Saga saga = platform.saga("a", platform.schemas(), realm);
    private final TenantId acme = made();

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void aRealmThatCouldNotBeClosedStaysOnTheListUntilItIs() {
        assertThat(platform.tenants().withRealmAstray()).isEmpty();
        become("suspended");
        realm.away = true;
        assertThatThrownBy(this::attempt).isInstanceOf(RealmsUnavailableException.class);
        assertThat(platform.tenants().withRealmAstray()).containsExactly(acme);

        realm.away = false;
        assertThat(attempt()).isEqualTo(new Elsewhere());
        assertThat(realm.open).isFalse();
        assertThat(platform.tenants().withRealmAstray()).isEmpty();

        become("active");
        assertThat(platform.tenants().withRealmAstray()).containsExactly(acme);
        attempt();
        assertThat(realm.open).isTrue();
        assertThat(platform.tenants().withRealmAstray()).isEmpty();
    }

    @Test
    void aWorkerThatMissedTheSuspensionFindsItInTheDirectoryAndTriesUntilTheProviderIsBack() throws Exception {
        become("suspended");
        realm.away = true;
        try (Backlog backlog = new Backlog(saga::attempt, new Silent(), InstantSource.system(), 1, "test");
                Sweep sweep = new Sweep(platform.tenants(), realm, backlog, Duration.ofMillis(50), _ -> {}, "test")) {
            sweep.start();
            assertThat(realm.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("disable in vain");
            realm.away = false;
            @Nullable String next;
            do {
                next = realm.heard.poll(10, TimeUnit.SECONDS);
            } while ("disable in vain".equals(next));
            assertThat(next).isEqualTo("disable");
        }
    }

    @Test
    void whoWasOvertakenLooksAgain() {
        become("suspended");
        realm.meanwhile = () -> become("active");
        assertThat(attempt()).isInstanceOf(Interrupted.class);
        realm.meanwhile = () -> {};
        attempt();
        assertThat(realm.open).isTrue();
    }

    @Test
    void deletionClosesTheRealmAndRestorationOpensIt() {
        become("deprovisioning");
        assertThat(attempt()).isEqualTo(new Removed());
        assertThat(realm.open).isFalse();
        become("requested");
        assertThat(attempt()).isEqualTo(new Done());
        assertThat(realm.open).isTrue();
        assertThat(platform.tenants().withRealmAstray()).isEmpty();
    }

    private TenantId made() {
        TenantId tenant = platform.request("acme", REGION, Duration.ofMinutes(5));
        platform.update("UPDATE admin.tenants SET create_realm = true");
        assertThat(saga.attempt(tenant, Instant.now())).isEqualTo(new Done());
        realm.heard.clear();
        return tenant;
    }

    private void become(String status) {
        platform.update("UPDATE admin.tenants SET status = ?", status);
    }

    private Outcome attempt() {
        return saga.attempt(acme, Instant.now());
    }

    private static final class Silent implements Observer {
        @Override
        public void finished(TenantId tenant, Finished outcome, Duration took) {}

        @Override
        public void unfinished(TenantId tenant, Unfinished outcome, int attempts, Duration next) {}

        @Override
        public void failed(TenantId tenant, RuntimeException failure) {}
    }

    /** One realm at a provider that may be away. */
    private static final class Realm implements IdentityRealms {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private volatile boolean away;
        private volatile boolean open;
        private Runnable meanwhile = () -> {};

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public Optional<String> ensure(TenantId tenant, String slug, String name, Optional<RealmAdmin> firstAdmin) {
            set("ensure", true);
            return Optional.empty();
        }

        @Override
        public void disable(String slug) {
            set("disable", false);
        }

        @Override
        public void enable(String slug) {
            set("enable", true);
        }

        @Override
        public Optional<String> remove(String slug) {
            return Optional.of("realm " + slug);
        }

        private void set(String what, boolean value) {
            if (away) {
                heard.add(what + " in vain");
                throw new RealmsUnavailableException("away");
            }
            open = value;
            meanwhile.run();
            heard.add(what);
        }
    }
}
