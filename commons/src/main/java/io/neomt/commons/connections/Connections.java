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
import org.jspecify.annotations.Nullable;

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
        return rows(name, tenant);
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
        return rows(name, tenant);
    }

    private TenantDatabase rows(String connectionName, Tenant tenant) {
        HikariDataSource pool = pool(connectionName, tenant.databaseName());
        return new TenantDatabase(
                tenant.schema(), tenant.databaseRole(), new Transactions(pool, admin.configuration()));
    }

    /**
     * A schema that no tenant need point to yet, as while it is being provisioned.
     *
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public TenantDatabase schema(String connectionName, SchemaName schema) {
        return new TenantDatabase(schema, null, new Transactions(pool(connectionName), admin.configuration()));
    }

    /**
     * A whole database, for whoever makes tenants' schemas in it.
     *
     * @param database another one on the connection's server; null for the one that its row names
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public WholeDatabase database(String connectionName, @Nullable String database) {
        return new WholeDatabase(new Transactions(pool(connectionName, database), admin.configuration()));
    }

    /**
     * The pool of a connection; its connections have auto-commit off.
     *
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public HikariDataSource pool(String connectionName) {
        return pool(connectionName, null);
    }

    /** @param database another one on the same server; null for the one that the row names */
    public HikariDataSource pool(String connectionName, @Nullable String database) {
        String key = database == null ? connectionName : connectionName + "/" + database;
        HikariDataSource known = pools.get(key);
        // two threads may not open two pools: the second waits for the first
        return known != null ? known : pools.computeIfAbsent(key, name -> open(name, connectionName, database));
    }

    private HikariDataSource open(String name, String connectionName, @Nullable String database) {
        DatabaseConnectionsRecord row = admin.read(dsl -> dsl.selectFrom(DATABASE_CONNECTIONS)
                        .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(connectionName))
                        .and(DATABASE_CONNECTIONS.IS_ACTIVE)
                        .fetchOptional())
                .orElseThrow(() -> new UnknownConnectionException(connectionName));
        String password = cipher.get().decrypt(row.getId(), row.getEncryptionKeyId(), row.getEncryptedPassword());
        HikariDataSource pool = Pools.open(
                owner + "-" + name,
                new Pools.Login(url(row, database), row.getUsername(), password),
                row.getPoolMinSize(),
                row.getPoolMaxSize());
        onOpen.accept(name, pool);
        return pool;
    }

    private static String url(DatabaseConnectionsRecord row, @Nullable String database) {
        String name = database == null ? row.getDatabaseName() : database;
        return "jdbc:postgresql://" + row.getHost() + ":" + row.getPort() + "/" + name;
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
