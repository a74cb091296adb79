package io.neomt.query.worlds;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;
import static io.neomt.view.jooq.admin.projections.Tables.PARKED;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.AdminTenantDirectory;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.store.TenantSnapshots;
import io.neomt.testkit.permissions.World;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import io.neomt.view.TenantNotice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** An admin database of its own with tenants beside it, written to directly in place of events and projections. */
public final class TestPlatform implements AutoCloseable {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private final AdminDatabase admin;
    private final Connections connections;
    private final TenantDirectory directory;
    private final String connection;

    /** @param login to an admin database that is migrated and knows one connection for tenants */
    public TestPlatform(Pools.Login login, ConnectionCipher cipher) {
        HikariDataSource pool = Pools.open("test-admin", login, 0, 4);
        this.admin = new AdminDatabase(pool, new DefaultConfiguration().set(SQLDialect.POSTGRES));
        this.connections = new Connections(admin, () -> cipher, "test", (_, _) -> {});
        this.directory = new AdminTenantDirectory(admin);
        this.connection = connection();
    }

    public TenantSnapshots snapshots() {
        return new TenantSnapshots(directory, connections);
    }

    public AdminDatabase admin() {
        return admin;
    }

    /** A tenant with an empty schema. */
    public Tenant activeTenant(TenantId id, String slug) {
        SchemaName schema = SchemaName.ofSlug(slug);
        insert(id, slug, "active", connection);
        connections.schema(connection, schema).write(dsl -> dsl.execute("CREATE SCHEMA {0}", DSL.name(schema.value())));
        Tenant tenant = directory.find(id).orElseThrow();
        connections.forTenant(tenant).write(dsl -> {
            Migrations.TENANT.scripts().forEach(script -> dsl.execute(text(Migrations.TENANT.folder() + "/" + script)));
            return tenant;
        });
        return tenant;
    }

    /** A tenant that nothing has been made for yet. */
    public Tenant requestedTenant(TenantId id, String slug) {
        insert(id, slug, "requested", null);
        return directory.find(id).orElseThrow();
    }

    /** Also one that is read but not yet written by anybody. */
    public void status(Tenant tenant, String status) {
        admin.write(dsl -> {
            dsl.execute("ALTER TABLE {0} DROP CONSTRAINT IF EXISTS tenants_status_check", TENANTS);
            dsl.execute(
                    "SELECT pg_notify({0}, {1})",
                    DSL.val(TenantNotice.CHANNEL), DSL.val(tenant.id().toString()));
            return dsl.update(TENANTS)
                    .set(TENANTS.STATUS, status)
                    .where(TENANTS.ID.eq(tenant.id().value()))
                    .execute();
        });
    }

    /** Its views stand before an event, or go on again. */
    public void parkedAt(Tenant tenant, @Nullable Long position) {
        admin.write(dsl -> {
            dsl.deleteFrom(PARKED)
                    .where(PARKED.TENANT_ID.eq(tenant.id().value()))
                    .execute();
            if (position != null) {
                dsl.insertInto(PARKED)
                        .set(PARKED.TENANT_ID, tenant.id().value())
                        .set(PARKED.PROJECTION, "tenantschema")
                        .set(PARKED.POSITION, position)
                        .set(PARKED.REASON, "poison")
                        .execute();
            }
            return dsl.execute(
                    "SELECT pg_notify({0}, {1})",
                    DSL.val(TenantNotice.CHANNEL), DSL.val(tenant.id().toString()));
        });
    }

    public void write(Tenant tenant, World world, Position position) {
        write(tenant, world, Map.of(), position);
    }

    public void write(Tenant tenant, World world, Map<String, Stored> stored, Position position) {
        connections.forTenant(tenant).write(dsl -> {
            WorldRows.write(dsl, world, stored, position);
            return position;
        });
    }

    /** Writes rows that no world has. */
    public void rows(Tenant tenant, Consumer<DSLContext> rows) {
        connections.forTenant(tenant).write(dsl -> {
            rows.accept(dsl);
            return tenant;
        });
    }

    public void moveTo(Tenant tenant, Position position) {
        connections.forTenant(tenant).write(dsl -> {
            WorldRows.moveTo(dsl, position);
            return position;
        });
    }

    public void head(Tenant tenant, Position position) {
        admin.write(dsl -> dsl.insertInto(TENANT_HEAD, TENANT_HEAD.TENANT_ID, TENANT_HEAD.POSITION)
                .values(tenant.id().value(), position.value())
                .onDuplicateKeyUpdate()
                .set(TENANT_HEAD.POSITION, position.value())
                .execute());
    }

    private void insert(TenantId id, String slug, String status, @Nullable String connection) {
        admin.write(dsl -> dsl.insertInto(TENANTS)
                .set(TENANTS.ID, id.value())
                .set(TENANTS.NAME, "The " + slug)
                .set(TENANTS.SLUG, slug)
                .set(TENANTS.SCHEMA_NAME, SchemaName.ofSlug(slug).value())
                .set(TENANTS.STATUS, status)
                .set(TENANTS.DEPLOYMENT_TYPE, "schema")
                .set(TENANTS.REGION, StackSeed.REGION)
                .set(TENANTS.CONNECTION_NAME, connection)
                .set(TENANTS.VERSION, 1L)
                .set(TENANTS.CREATED_AT, TIME)
                .set(TENANTS.UPDATED_AT, TIME)
                .execute());
    }

    /** The one that the platform comes with. */
    private String connection() {
        return admin.read(dsl -> dsl.select(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .from(DATABASE_CONNECTIONS)
                .fetchSingle(DATABASE_CONNECTIONS.CONNECTION_NAME));
    }

    private static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(TestPlatform.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        connections.close();
        admin.close();
    }
}
