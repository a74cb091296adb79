package io.neomt.projection.views;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.AdminTenantDirectory;
import io.neomt.commons.connections.CachedTenantDirectory;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.Residency;
import io.neomt.commons.connections.ResidentDirectory;
import io.neomt.commons.connections.TenantDatabase;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.TenantId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.EncodedEvent;
import io.neomt.projection.world.History;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** An admin database of its own with tenants in it, and logs as the command service would have stored them. */
final class World implements AutoCloseable {

    private static final String HISTORY = """
            CREATE TABLE flyway_schema_history (version varchar(50), success boolean NOT NULL)
            """;
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    final Map<String, String> properties;
    final AdminDatabase admin;
    final Connections connections;
    final CachedTenantDirectory directory;
    private final AvroEventCodec codec = new AvroEventCodec();

    World(Backends backends) {
        this(backends, Residency.EVERYWHERE);
    }

    /** @param residency of the process that looks at it */
    World(Backends backends, Residency residency) {
        io.neomt.testkit.backends.AdminDatabase database = backends.freshAdminDatabase();
        StackAddresses addresses = backends.addresses();
        ConnectionCipher cipher = new ConnectionCipher(addresses.connectionsKeyId(), addresses.connectionsKey());
        Pools.Login login = new Pools.Login(database.jdbcUrl(), database.username(), database.password());
        properties = database.properties();
        admin = new AdminDatabase(
                Pools.open("test-admin", login, 1, 8), new DefaultConfiguration().set(SQLDialect.POSTGRES));
        connections = new Connections(admin, () -> cipher, "test", (_, _) -> {});
        directory = new CachedTenantDirectory(new ResidentDirectory(new AdminTenantDirectory(admin), residency));
    }

    /** The platform's own tenant, with somebody who may do everything and somebody who may look at projections. */
    void platform() {
        request(TenantId.PLATFORM);
        activate(TenantId.PLATFORM);
        user("admin", "*.*.*");
        user("reader", "projections.read.tenant");
    }

    private void user(String name, String permission) {
        UUID id = UUID.randomUUID();
        schema(TenantId.PLATFORM).write(dsl -> {
            dsl.execute(
                    "INSERT INTO users (id, username, display_name, external_id, status, version, created_at, updated_at)"
                            + " VALUES (?, ?, 'x', ?, 'active', 1, now(), now())",
                    id,
                    name,
                    name);
            return dsl.execute(
                    "INSERT INTO user_permissions (id, user_id, permission, effect, granted_at)"
                            + " VALUES (gen_random_uuid(), ?, ?, 'allow', now())",
                    id,
                    permission);
        });
    }

    /** A tenant that was asked for. */
    TenantId request() {
        return request(new TenantId(UUID.randomUUID()));
    }

    private TenantId request(TenantId tenant) {
        String slug = slug(tenant);
        admin.write(dsl -> dsl.insertInto(TENANTS)
                .set(TENANTS.ID, tenant.value())
                .set(TENANTS.NAME, slug)
                .set(TENANTS.SLUG, slug)
                .set(TENANTS.SCHEMA_NAME, SchemaName.ofSlug(slug).value())
                .set(TENANTS.STATUS, "requested")
                .set(TENANTS.DEPLOYMENT_TYPE, "schema")
                .set(TENANTS.REGION, StackSeed.REGION)
                .set(TENANTS.VERSION, 1L)
                .set(TENANTS.CREATED_AT, THEN)
                .set(TENANTS.UPDATED_AT, THEN)
                .execute());
        return tenant;
    }

    /** Makes the tenant's schema. */
    void activate(TenantId tenant) {
        activate(tenant, Migrations.TENANT.scripts());
    }

    /** Makes the tenant's schema of the first scripts of the template. */
    void activate(TenantId tenant, List<String> scripts) {
        SchemaName schema = SchemaName.ofSlug(slug(tenant));
        connections.schema(StackSeed.CONNECTION, schema).write(dsl -> {
            dsl.createSchema(DSL.name(schema.value())).execute();
            dsl.execute(HISTORY);
            return run(dsl, scripts);
        });
        admin.write(dsl -> dsl.update(TENANTS)
                .set(TENANTS.STATUS, "active")
                .set(TENANTS.CONNECTION_NAME, StackSeed.CONNECTION)
                .where(TENANTS.ID.eq(tenant.value()))
                .execute());
    }

    /** Runs the scripts that the tenant's schema lacks. */
    void migrate(TenantId tenant) {
        schema(tenant).write(dsl -> {
            int done = dsl.fetchCount(DSL.table("flyway_schema_history"));
            List<String> all = Migrations.TENANT.scripts();
            return run(dsl, all.subList(done, all.size()));
        });
    }

    private static int run(DSLContext dsl, List<String> scripts) {
        for (String script : scripts) {
            dsl.execute(resource(Migrations.TENANT.folder() + "/" + script));
            dsl.execute(
                    "INSERT INTO flyway_schema_history VALUES (?, true)", script.substring(1, script.indexOf("__")));
        }
        return scripts.size();
    }

    void status(TenantId tenant, String status) {
        admin.write(dsl -> dsl.update(TENANTS)
                .set(TENANTS.STATUS, status)
                .set(TENANTS.TEMPLATE_VERSION, "1")
                .where(TENANTS.ID.eq(tenant.value()))
                .execute());
        // as whoever listens to notices does
        directory.forget(tenant);
    }

    /** Its schema is dropped, as by the worker. */
    void purge(TenantId tenant) {
        status(tenant, "purged");
        schema(tenant)
                .write(dsl -> dsl.execute(
                        "DROP SCHEMA {0} CASCADE",
                        DSL.name(SchemaName.ofSlug(slug(tenant)).value())));
    }

    TenantId active() {
        TenantId tenant = request();
        activate(tenant);
        return tenant;
    }

    TenantDatabase schema(TenantId tenant) {
        return connections.schema(StackSeed.CONNECTION, SchemaName.ofSlug(slug(tenant)));
    }

    static String slug(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM)
                ? "platform"
                : "t-" + tenant.toString().replace("-", "").substring(0, 20);
    }

    private static String resource(String path) {
        try (@Nullable InputStream in = World.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IllegalStateException(path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends what the history has beyond the store. */
    void store(History history) {
        store(history.tenant(), history.events());
    }

    void store(TenantId tenant, List<EventEnvelope> events) {
        admin.write(dsl -> store(dsl, tenant, events));
    }

    /** With an event that nobody can read, from the moment on that it is there. */
    void storeSpoiled(History history, long position) {
        admin.write(dsl -> {
            store(dsl, history.tenant(), history.events());
            return dsl.update(EVENT)
                    .set(EVENT.PAYLOAD, new byte[] {9})
                    .where(EVENT.TENANT_ID.eq(history.tenant().value()))
                    .and(EVENT.POSITION.eq(position))
                    .execute();
        });
    }

    private static int store(DSLContext dsl, TenantId tenant, List<EventEnvelope> events) {
        return StoredLog.append(dsl, tenant, events);
    }

    /** As the backup has it. */
    void repair(EventEnvelope event) {
        admin.write(dsl -> dsl.update(EVENT)
                .set(EVENT.PAYLOAD, codec.encode(event.event()).payload())
                .where(EVENT.TENANT_ID.eq(event.tenantId().value()))
                .and(EVENT.POSITION.eq(event.position().value()))
                .execute());
    }

    /** What the command service writes with the event that says so. */
    void intervene(EventEnvelope says, @Nullable Event instead) {
        ProjectionEvent event = (ProjectionEvent) says.event();
        @Nullable EncodedEvent encoded = instead == null ? null : codec.encode(instead);
        admin.write(dsl -> dsl.insertInto(INTERVENTION)
                .set(INTERVENTION.TENANT_ID, event.tenantId().value())
                .set(INTERVENTION.POSITION, event.position().value())
                .set(INTERVENTION.DECIDED_AT, says.position().value())
                .set(INTERVENTION.TYPE, encoded == null ? null : encoded.type().wireName())
                .set(INTERVENTION.SCHEMA_FINGERPRINT, encoded == null ? null : encoded.schemaFingerprint())
                .set(INTERVENTION.PAYLOAD, encoded == null ? null : encoded.payload())
                .execute());
        store(says.tenantId(), List.of(says));
    }

    @Override
    public void close() {
        connections.close();
        admin.close();
    }
}
