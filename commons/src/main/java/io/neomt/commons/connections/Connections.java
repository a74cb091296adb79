package io.neomt.commons.connections;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.view.ConnectionCipher;
import io.neomt.view.SchemaName;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The databases that hold tenants: one bounded pool for each, opened when first used, opened anew when its row in the
 * registry changes, and closed when nobody uses it. No tenant's rows are reached outside of its region.
 */
public final class Connections implements AutoCloseable {

    /**
     * For how long what the registry said of a cluster's writer is believed. Whoever cannot read the registry for longer
     * stops using the cluster, so that by then another server may take the writer's place.
     */
    public static final Duration CONFIRMED_FOR = Duration.ofSeconds(5);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final AdminDatabase admin;
    private final RegistryReader registry;
    private final Supplier<ConnectionCipher> cipher;
    private final String owner;
    private final BiConsumer<String, HikariDataSource> onOpen;
    private final PoolSettings settings;
    private final OpenPools pools;
    private final ScheduledExecutorService timer;
    private final AtomicBoolean looking = new AtomicBoolean();

    public Connections(
            AdminDatabase admin,
            Supplier<ConnectionCipher> cipher,
            String owner,
            BiConsumer<String, HikariDataSource> onOpen) {
        this(admin, cipher, owner, onOpen, PoolSettings.unbounded());
    }

    /**
     * @param cipher asked for when the first password is to be opened
     * @param owner prefix of pool and thread names
     * @param onOpen told the name of each new pool
     */
    public Connections(
            AdminDatabase admin,
            Supplier<ConnectionCipher> cipher,
            String owner,
            BiConsumer<String, HikariDataSource> onOpen,
            PoolSettings settings) {
        this.admin = admin;
        this.registry = new RegistryReader(admin, settings.replicaLag());
        this.cipher = cipher;
        this.owner = owner;
        this.onOpen = onOpen;
        this.settings = settings;
        this.pools = new OpenPools(settings.budget(), System::nanoTime);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(owner + "-registry").factory());
    }

    /**
     * @throws TenantNotActiveException while the tenant has no database
     * @throws OutsideRegionException where the tenant's region is not served here, or its connection leads out of it
     */
    public TenantDatabase forTenant(Tenant tenant) {
        return of(tenant, false);
    }

    /**
     * As {@link #forTenant}, but perhaps on a replica: what is read may be as old as the replica is behind.
     *
     * @throws TenantNotActiveException while the tenant has no database
     * @throws OutsideRegionException where the tenant's region is not served here, or its connection leads out of it
     */
    public TenantDatabase forReading(Tenant tenant) {
        return of(tenant, settings.replicaLag().isPositive());
    }

    private TenantDatabase of(Tenant tenant, boolean reading) {
        String name = tenant.connectionName();
        if (name == null || !tenant.active()) {
            throw new TenantNotActiveException(tenant);
        }
        return at(new PoolKey(name, tenant.databaseName(), reading), tenant);
    }

    private TenantDatabase at(PoolKey key, Tenant tenant) {
        OpenPool pool = open(key);
        settings.residency().require(tenant, pool.target());
        return new TenantDatabase(tenant.schema(), tenant.databaseRole(), transactions(pool));
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
        return at(new PoolKey(name, tenant.databaseName(), false), tenant);
    }

    /**
     * A schema that no tenant need point to yet, as while it is being provisioned.
     *
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public TenantDatabase schema(String connectionName, SchemaName schema) {
        return new TenantDatabase(schema, null, transactions(served(connectionName, null)));
    }

    /**
     * A whole database, for whoever makes tenants' schemas in it.
     *
     * @param database another one on the connection's server; null for the one that its row names
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public WholeDatabase database(String connectionName, @Nullable String database) {
        return new WholeDatabase(transactions(served(connectionName, database)));
    }

    /**
     * The pool of a connection; its connections have auto-commit off. To be asked for each time, since it may be replaced.
     *
     * @throws UnknownConnectionException when the registry has no such active connection
     */
    public HikariDataSource pool(String connectionName) {
        return pool(connectionName, null);
    }

    /** @param database another one on the same server; null for the one that the row names */
    public HikariDataSource pool(String connectionName, @Nullable String database) {
        return served(connectionName, database).use(System.nanoTime());
    }

    private Transactions transactions(OpenPool pool) {
        return new Transactions(pool.use(System.nanoTime()), admin.configuration());
    }

    private OpenPool served(String connectionName, @Nullable String database) {
        OpenPool pool = open(new PoolKey(connectionName, database, false));
        settings.residency().require(pool.target());
        return pool;
    }

    /** Where a key leads now. */
    Target target(PoolKey key) {
        return open(key).target();
    }

    private OpenPool open(PoolKey key) {
        OpenPool pool = pools.find(key);
        if (pool != null && pool.unconfirmedFor(CONFIRMED_FOR.toNanos(), System.nanoTime())) {
            confirm(key, pool);
            pool = pools.find(key);
        }
        return pool == null ? pools.open(key, this::make) : pool;
    }

    /** A connection that stands alone is used on while the registry cannot be read: nobody takes its place. */
    private void confirm(PoolKey key, OpenPool pool) {
        long asked = System.nanoTime();
        try {
            confirm(key, pool, registry.targets(Set.of(key)), asked);
        } catch (DatabaseUnavailableException e) {
            if (pool.target().inCluster()) {
                throw e;
            }
        }
    }

    /** @param asked when, since what was right then may have been wrong when the answer came */
    private void confirm(PoolKey key, OpenPool pool, Map<PoolKey, Target> targets, long asked) {
        if (pool.target().equals(targets.get(key))) {
            pool.confirm(asked);
        } else {
            pools.giveUp(key, pool);
        }
    }

    private OpenPool make(PoolKey key) {
        long asked = System.nanoTime();
        Target target = registry.targets(Set.of(key)).get(key);
        if (target == null) {
            throw new UnknownConnectionException(key.connection());
        }
        String password = cipher.get().decrypt(target.id(), target.keyId(), target.password());
        HikariDataSource source = Pools.open(
                owner + "-" + key.label(),
                new Pools.Login(target.url(key.database()), target.username(), password),
                settings.most() == 0 ? target.poolMin() : 0,
                settings.most() == 0 ? target.poolMax() : settings.most());
        onOpen.accept(key.label(), source);
        if (looking.compareAndSet(false, true)) {
            ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(
                    this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        return new OpenPool(target, source, asked);
    }

    private void look() {
        try {
            refresh();
        } catch (RuntimeException e) {
            // what is not confirmed for too long is asked for again by whoever uses it; the timer goes on
            pools.closeRetired();
        }
    }

    /** Gives up pools whose rows have changed or are gone, and those that nobody uses. */
    void refresh() {
        pools.giveUpIdle(settings.idleAfter());
        pools.closeRetired();
        Map<PoolKey, OpenPool> open = pools.all();
        if (!open.isEmpty()) {
            long asked = System.nanoTime();
            Map<PoolKey, Target> targets = registry.targets(open.keySet());
            open.forEach((key, pool) -> confirm(key, pool, targets, asked));
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        pools.close();
    }
}
