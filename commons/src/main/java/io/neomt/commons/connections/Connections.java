package io.neomt.commons.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.SchemaName;
import io.neomt.view.jooq.admin.admin.tables.records.DatabaseConnectionsRecord;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The databases that hold tenants: one bounded pool for each row of the registry, opened when first used. */
public final class Connections implements AutoCloseable {

    /** For how long what the registry said of a connection is believed. */
    public static final Duration CONFIRMED_FOR = Duration.ofSeconds(5);

    private final AdminDatabase admin;
    private final Supplier<ConnectionCipher> cipher;
    private final String owner;
    private final BiConsumer<String, HikariDataSource> onOpen;
    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();

    /**
     * @param cipher asked for when the first password is to be opened
     * @param owner prefix of pool and thread names
     * @param onOpen told the name of each new pool
     */
    public Connections(
            AdminDatabase admin,
            Supplier<ConnectionCipher> cipher,
            String owner,
            BiConsumer<String, HikariDataSource> onOpen) {
        this.admin = admin;
        this.cipher = cipher;
        this.owner = owner;
        this.onOpen = onOpen;
    }

    /** @throws TenantNotActiveException while the tenant has no database */
    public TenantDatabase forTenant(Tenant tenant) {
        String name = tenant.connectionName();
        if (name == null || !tenant.active()) {
            throw new TenantNotActiveException(tenant);
        }
        return schema(name, tenant.schema());
    }

    /**
     * The rows of a tenant that perhaps nobody may use at the moment, for whoever keeps them up to date.
     *
     * @throws TenantNotActiveException when it has none
     */
    public TenantDatabase kept(Tenant tenant) {
        String name = tenant.connectionName();
        if (name == null || !tenant.kept()) {
            throw new TenantNotActiveException(tenant);
        }
        return schema(name, tenant.schema());
    }

    /**
     * A schema that no tenant need point to yet, as while it is being provisioned.
     *
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public TenantDatabase schema(String connectionName, SchemaName schema) {
        return new TenantDatabase(schema, new Transactions(pool(connectionName), admin.configuration()));
    }

    /**
     * The pool of a connection; its connections have auto-commit off.
     *
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public HikariDataSource pool(String connectionName) {
        HikariDataSource known = pools.get(connectionName);
        // two threads may not open two pools: the second waits for the first
        return known != null ? known : pools.computeIfAbsent(connectionName, this::open);
    }

    private HikariDataSource open(String connectionName) {
        DatabaseConnectionsRecord row = admin.read(dsl -> dsl.selectFrom(DATABASE_CONNECTIONS)
                        .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(connectionName))
                        .and(DATABASE_CONNECTIONS.IS_ACTIVE)
                        .fetchOptional())
                .orElseThrow(() -> new UnknownConnectionException(connectionName));
        String password = cipher.get().decrypt(row.getId(), row.getEncryptionKeyId(), row.getEncryptedPassword());
        HikariDataSource pool = Pools.open(
                owner + "-" + connectionName,
                new Pools.Login(url(row), row.getUsername(), password),
                row.getPoolMinSize(),
                row.getPoolMaxSize());
        onOpen.accept(connectionName, pool);
        return pool;
    }

    private static String url(DatabaseConnectionsRecord row) {
        return "jdbc:postgresql://" + row.getHost() + ":" + row.getPort() + "/" + row.getDatabaseName();
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
