package io.neomt.commons.connections;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.TenantId;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.SchemaName;
import io.neomt.view.TenantNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A change of a tenant is seen when its transaction commits, on a real PostgreSQL. */
class TenantNoticesTest {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Well below the second after which a tenant is looked up anew anyway. */
    private static final Duration SOON = Duration.ofMillis(500);

    private final io.neomt.testkit.backends.AdminDatabase platform =
            Backends.shared().freshAdminDatabase();
    private final Pools.Login login = new Pools.Login(platform.jdbcUrl(), platform.username(), platform.password());
    private final AdminDatabase admin = new AdminDatabase(
            Pools.open("test-admin", login, 0, 3), new DefaultConfiguration().set(SQLDialect.POSTGRES));
    private final Counted rows = new Counted(new AdminTenantDirectory(admin));
    private final CachedTenantDirectory directory = new CachedTenantDirectory(rows);
    private final TenantNotices notices = new TenantNotices(login, directory, "test");
    private final TenantId acme = insert();

    @AfterEach
    void close() {
        notices.close();
        admin.close();
    }

    @Test
    void aChangeIsSeenLongBeforeTheSecondIsOver() {
        notices.start();
        await(() -> !listeners().isEmpty());
        // of three at least one is seen before its second is over, however busy the machine
        assertThat(List.of(delay(), delay(), delay())).anyMatch(delay -> delay.compareTo(SOON) < 0);
    }

    @Test
    void aLostConnectionIsOpenedAgain() {
        notices.start();
        await(() -> !listeners().isEmpty());
        List<Integer> lost = listeners();
        admin.read(dsl -> dsl.fetch("SELECT pg_terminate_backend({0})", DSL.val(lost.getFirst())));
        await(() -> !listeners().isEmpty() && !listeners().equals(lost));
        assertThat(List.of(delay(), delay(), delay())).anyMatch(delay -> delay.compareTo(SOON) < 0);
    }

    @Test
    void aNoticeThatNamesNoTenantEndsNothing() {
        notices.start();
        await(() -> !listeners().isEmpty());
        List<Integer> listening = listeners();

        admin.write(dsl -> dsl.execute("SELECT pg_notify({0}, 'nobody')", DSL.val(TenantNotice.CHANNEL)));

        assertThat(List.of(delay(), delay(), delay())).anyMatch(delay -> delay.compareTo(SOON) < 0);
        assertThat(listeners()).isEqualTo(listening);
    }

    /** How long a suspension goes unseen by whoever has just seen the tenant active. */
    private Duration delay() {
        change("active");
        await(this::isRemembered);
        change("suspended");
        long since = System.nanoTime();
        await(() -> !active());
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Once what was told of its activation has been heard, too. */
    private boolean isRemembered() {
        boolean active = active();
        int before = rows.reads;
        return active() && active && rows.reads == before;
    }

    private boolean active() {
        return directory.find(acme).orElseThrow().active();
    }

    private void change(String status) {
        admin.write(dsl -> {
            dsl.execute("SELECT pg_notify({0}, {1})", DSL.val(TenantNotice.CHANNEL), DSL.val(acme.toString()));
            return dsl.update(TENANTS)
                    .set(TENANTS.STATUS, status)
                    .where(TENANTS.ID.eq(acme.value()))
                    .execute();
        });
    }

    private List<Integer> listeners() {
        return admin.read(dsl -> dsl.fetch("""
                        SELECT pid FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = 'test-tenants' AND query IN ('LISTEN neo_tenants', 'SELECT 1')
                        """).getValues(0, Integer.class));
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for " + LONGEST).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    /** How often the rows were read. */
    private static final class Counted implements TenantDirectory {

        private final TenantDirectory directory;
        private int reads;

        private Counted(TenantDirectory directory) {
            this.directory = directory;
        }

        @Override
        public Optional<Tenant> find(TenantId id) {
            reads++;
            return directory.find(id);
        }

        @Override
        public Optional<Tenant> find(String slug) {
            reads++;
            return directory.find(slug);
        }
    }

    private TenantId insert() {
        TenantId id = new TenantId(UUID.randomUUID());
        admin.write(dsl -> dsl.insertInto(TENANTS)
                .set(TENANTS.ID, id.value())
                .set(TENANTS.NAME, "Acme")
                .set(TENANTS.SLUG, "acme")
                .set(TENANTS.SCHEMA_NAME, SchemaName.ofSlug("acme").value())
                .set(TENANTS.STATUS, "active")
                .set(TENANTS.DEPLOYMENT_TYPE, "schema")
                .set(TENANTS.REGION, StackSeed.REGION)
                .set(TENANTS.CONNECTION_NAME, StackSeed.CONNECTION)
                .set(TENANTS.VERSION, 1L)
                .set(TENANTS.CREATED_AT, Instant.now())
                .set(TENANTS.UPDATED_AT, Instant.now())
                .execute());
        return id;
    }
}
