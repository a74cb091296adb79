package io.neomt.commons.connections;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.TenantId;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.Region;
import io.neomt.view.SchemaName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The directory and the tenants' databases, on a real PostgreSQL. */
class ConnectionsTest {

    private static final Backends BACKENDS = Backends.shared();

    private final io.neomt.testkit.backends.AdminDatabase platform = BACKENDS.freshAdminDatabase();
    private final AdminDatabase admin = new AdminDatabase(
            Pools.open(
                    "test-admin", new Pools.Login(platform.jdbcUrl(), platform.username(), platform.password()), 0, 3),
            new DefaultConfiguration().set(SQLDialect.POSTGRES));
    private final TenantDirectory directory = new CachedTenantDirectory(new AdminTenantDirectory(admin));
    private final Queue<String> opened = new ConcurrentLinkedQueue<>();
    private final Connections connections = connections(new ConnectionCipher(
            BACKENDS.addresses().connectionsKeyId(), BACKENDS.addresses().connectionsKey()));
    private final Tenant acme = active("acme");
    private final Tenant beta = active("beta");

    @BeforeEach
    void makeSchemas() {
        for (Tenant tenant : List.of(acme, beta)) {
            database(tenant).write(dsl -> dsl.execute("CREATE SCHEMA {0}", schemaOf(tenant)));
            database(tenant).write(dsl -> dsl.execute("CREATE TABLE note (text text NOT NULL)"));
            write(tenant, tenant.slug());
        }
    }

    @AfterEach
    void close() {
        connections.close();
        admin.close();
    }

    @Test
    void aTenantIsFoundByIdAndSlugWithAllThatItsRowSays() {
        assertThat(directory.find("acme")).hasValue(acme);
        assertThat(directory.find(beta.id())).hasValue(beta);
        assertThat(directory.find("Acme")).isEmpty();
        assertThat(directory.find("no-such-tenant")).isEmpty();
    }

    @Test
    void anActivationIsSeenAtOnce() {
        Tenant requested = insert("gamma", "requested", null);
        assertThat(directory.find("gamma")).hasValue(requested);
        assertThatThrownBy(() -> connections.forTenant(requested))
                .isInstanceOf(TenantNotActiveException.class)
                .hasMessageContaining("gamma");
        admin.write(dsl -> dsl.update(TENANTS)
                .set(TENANTS.STATUS, "active")
                .set(TENANTS.CONNECTION_NAME, StackSeed.CONNECTION)
                .where(TENANTS.SLUG.eq("gamma"))
                .execute());
        assertThat(directory.find("gamma")).map(Tenant::active).hasValue(true);
    }

    @Test
    void tenantsOfOneDatabaseShareAPoolAndSeeOnlyTheirOwnRows() {
        assertThat(notes(acme)).containsExactly("acme");
        assertThat(notes(beta)).containsExactly("beta");
        assertThat(notes(acme)).containsExactly("acme");
        assertThat(opened).containsExactly(StackSeed.CONNECTION);
    }

    @Test
    void aConnectionThatWentBackNamesNoTenant() throws SQLException {
        write(acme, "again");
        HikariDataSource pool = connections.pool(StackSeed.CONNECTION);
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var path = statement.executeQuery("SHOW search_path")) {
            path.next();
            assertThat(path.getString(1)).doesNotContain("tenant_");
        }
    }

    @Test
    void manyTenantsAtOnceNeverMix() {
        IntStream.range(0, 400).parallel().forEach(i -> {
            Tenant tenant = i % 2 == 0 ? acme : beta;
            assertThat(notes(tenant)).containsExactly(tenant.slug());
        });
        assertThat(opened).hasSize(1);
    }

    @Test
    void aReadSeesOneState() {
        database(acme).read(dsl -> {
            int before = count(dsl);
            write(acme, "meanwhile");
            assertThat(count(dsl)).isEqualTo(before);
            return before;
        });
        assertThat(notes(acme)).hasSize(2);
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> database(acme).read(dsl -> dsl.execute("INSERT INTO note VALUES ('x')")))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> admin.read(dsl -> dsl.deleteFrom(TENANTS).execute()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> database(acme).write(dsl -> {
                    dsl.execute("INSERT INTO note VALUES ('x')");
                    throw new IllegalStateException("half done");
                }))
                .hasMessage("half done");
        assertThat(notes(acme)).containsExactly("acme");
    }

    @Test
    void anUnknownConnectionAndAnotherKeyAreNamed() {
        assertThatThrownBy(() -> connections.schema("nowhere", acme.schema()))
                .isInstanceOf(UnknownConnectionException.class)
                .hasMessageContaining("nowhere");
        String otherKey = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        try (Connections wrong = connections(new ConnectionCipher("other", otherKey))) {
            assertThatThrownBy(() -> wrong.forTenant(acme)).hasMessageContaining("which is not configured here");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldApartFromAFault() {
        HikariDataSource nowhere =
                Pools.open("nowhere", new Pools.Login("jdbc:postgresql://127.0.0.1:1/x", "u", "p"), 0, 1);
        nowhere.setConnectionTimeout(250);
        try (AdminDatabase away = new AdminDatabase(nowhere, new DefaultConfiguration())) {
            assertThatThrownBy(() -> away.write(dsl -> dsl.fetch("SELECT 1")))
                    .isInstanceOf(DatabaseUnavailableException.class);
        }
        assertThatThrownBy(() -> admin.write(dsl -> dsl.fetch("SELECT nonsense")))
                .isInstanceOf(DataAccessException.class);
    }

    private Connections connections(ConnectionCipher cipher) {
        return new Connections(admin, () -> cipher, "test", (name, pool) -> opened.add(name));
    }

    private TenantDatabase database(Tenant tenant) {
        return connections.forTenant(tenant);
    }

    private static Name schemaOf(Tenant tenant) {
        return DSL.quotedName(tenant.schema().value());
    }

    private void write(Tenant tenant, String text) {
        database(tenant).write(dsl -> dsl.execute("INSERT INTO note VALUES (?)", text));
    }

    private List<String> notes(Tenant tenant) {
        return database(tenant)
                .read(dsl -> dsl.fetch("SELECT text FROM note ORDER BY text").getValues(0, String.class));
    }

    private static int count(DSLContext dsl) {
        return dsl.fetch("SELECT text FROM note").size();
    }

    private Tenant active(String slug) {
        return insert(slug, "active", StackSeed.CONNECTION);
    }

    private Tenant insert(String slug, String status, @Nullable String connection) {
        UUID id = UUID.randomUUID();
        SchemaName schema = SchemaName.ofSlug(slug);
        Instant now = Instant.now();
        admin.write(dsl -> dsl.insertInto(TENANTS)
                .set(TENANTS.ID, id)
                .set(TENANTS.NAME, slug)
                .set(TENANTS.SLUG, slug)
                .set(TENANTS.SCHEMA_NAME, schema.value())
                .set(TENANTS.STATUS, status)
                .set(TENANTS.DEPLOYMENT_TYPE, "schema")
                .set(TENANTS.REGION, StackSeed.REGION)
                .set(TENANTS.CONNECTION_NAME, connection)
                .set(TENANTS.VERSION, 1L)
                .set(TENANTS.CREATED_AT, now)
                .set(TENANTS.UPDATED_AT, now)
                .execute());
        return new Tenant(
                new TenantId(id),
                slug,
                schema,
                TenantStatus.ofColumn(status),
                connection,
                new Region(StackSeed.REGION));
    }
}
