package io.neomt.provisioning.store;

import com.zaxxer.hikari.HikariDataSource;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.WholeDatabase;
import io.neomt.provisioning.run.StockRoom;
import io.neomt.provisioning.run.Tenants;
import io.neomt.provisioning.store.snapshot.Snapshot;
import io.neomt.provisioning.store.snapshot.Snapshots;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stock of each connection, in its own database. Where the snapshot is not proven there is none. */
public final class PostgresStock implements StockRoom {

    private final Connections connections;
    private final Tenants tenants;
    private final Snapshots snapshots;
    private final Set<String> listed = ConcurrentHashMap.newKeySet();

    public PostgresStock(Connections connections, Tenants tenants, Snapshots snapshots) {
        this.connections = connections;
        this.tenants = tenants;
        this.snapshots = snapshots;
    }

    @Override
    public List<String> connections() {
        return tenants.connections().stream()
                .filter(row -> row.primary() && row.active() && row.healthy() && row.regionActive())
                .map(row -> row.name())
                .toList();
    }

    @Override
    public boolean add(String connectionName, int enough) {
        HikariDataSource pool = connections.pool(connectionName);
        return snapshots
                .of(connectionName, pool)
                .map(snapshot -> add(connectionName, snapshot, enough))
                .orElse(false);
    }

    private boolean add(String connectionName, Snapshot snapshot, int enough) {
        WholeDatabase database = connections.database(connectionName, null);
        if (listed.add(connectionName)) {
            database.write(dsl -> {
                new Stock(dsl).makeList();
                return enough;
            });
        }
        return database.write(dsl -> {
            Stock stock = new Stock(dsl);
            return stock.dropOutdated(snapshot) || stock.add(snapshot, enough);
        });
    }
}
