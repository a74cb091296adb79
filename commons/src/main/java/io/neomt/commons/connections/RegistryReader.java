package io.neomt.commons.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CLUSTERS;
import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;

import io.neomt.view.Region;
import io.neomt.view.jooq.admin.admin.tables.DatabaseConnections;
import io.neomt.view.jooq.admin.admin.tables.records.DatabaseConnectionsRecord;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Looks up where connections lead. A cluster is written to where its writer is, by whatever member tenants name it. */
final class RegistryReader {

    private static final DatabaseConnections NAMED = DATABASE_CONNECTIONS.as("named");

    private final AdminDatabase admin;
    private final Duration replicaLag;

    /** @param replicaLag how far behind a replica may be that is read from; zero where none is */
    RegistryReader(AdminDatabase admin, Duration replicaLag) {
        this.admin = admin;
        this.replicaLag = replicaLag;
    }

    /** What each key leads to; without those that are not registered, or are switched off. */
    Map<PoolKey, Target> targets(Collection<PoolKey> keys) {
        Set<String> names = keys.stream().map(PoolKey::connection).collect(Collectors.toSet());
        boolean reading = replicaLag.isPositive() && keys.stream().anyMatch(PoolKey::reading);
        return admin.read(dsl -> {
            Map<String, Target> writers = writers(dsl, names);
            Map<String, Target> replicas = reading ? replicas(dsl, names) : Map.of();
            Map<PoolKey, Target> targets = new HashMap<>();
            for (PoolKey key : keys) {
                Target writer = writers.get(key.connection());
                Target replica = key.reading() ? replicas.get(key.connection()) : null;
                if (replica != null || writer != null) {
                    targets.put(key, replica == null ? Objects.requireNonNull(writer) : replica);
                }
            }
            return targets;
        });
    }

    private static Map<String, Target> writers(DSLContext dsl, Set<String> names) {
        return dsl
                .select(DATABASE_CONNECTIONS.fields())
                .select(NAMED.CONNECTION_NAME, REGIONS.CODE, DATABASE_CLUSTERS.EPOCH)
                .from(NAMED)
                .leftJoin(DATABASE_CLUSTERS)
                .on(DATABASE_CLUSTERS.NAME.eq(NAMED.CLUSTER_NAME))
                .join(DATABASE_CONNECTIONS)
                .on(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(
                        DSL.coalesce(DATABASE_CLUSTERS.WRITER, NAMED.CONNECTION_NAME)))
                // whatever else happens: rows of one region are never written in another
                .and(DATABASE_CONNECTIONS.REGION_ID.eq(NAMED.REGION_ID))
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .where(NAMED.CONNECTION_NAME.in(names))
                .and(DATABASE_CONNECTIONS.IS_ACTIVE)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.get(NAMED.CONNECTION_NAME), RegistryReader::target));
    }

    /** The first by name of those that a recent check found close enough to their writer. */
    private Map<String, Target> replicas(DSLContext dsl, Set<String> names) {
        return dsl
                .select(DATABASE_CONNECTIONS.fields())
                .select(NAMED.CONNECTION_NAME, REGIONS.CODE, DATABASE_CLUSTERS.EPOCH)
                .from(NAMED)
                .join(DATABASE_CLUSTERS)
                .on(DATABASE_CLUSTERS.NAME.eq(NAMED.CLUSTER_NAME))
                .join(DATABASE_CONNECTIONS)
                .on(DATABASE_CONNECTIONS.CLUSTER_NAME.eq(NAMED.CLUSTER_NAME))
                .and(DATABASE_CONNECTIONS.REGION_ID.eq(NAMED.REGION_ID))
                .join(REGIONS)
                .on(REGIONS.ID.eq(DATABASE_CONNECTIONS.REGION_ID))
                .where(NAMED.CONNECTION_NAME.in(names))
                .and(DATABASE_CONNECTIONS.CONNECTION_TYPE.eq("replica"))
                .and(DATABASE_CONNECTIONS.IS_ACTIVE)
                .and(DATABASE_CONNECTIONS.IS_HEALTHY)
                .and(DATABASE_CONNECTIONS.IN_RECOVERY)
                .and(DATABASE_CONNECTIONS.REPLAY_LAG_MS.le(replicaLag.toMillis()))
                .and(DSL.condition("{0} > now() - interval '20 seconds'", DATABASE_CONNECTIONS.LAST_HEALTH_CHECK))
                .orderBy(DATABASE_CONNECTIONS.CONNECTION_NAME)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(NAMED.CONNECTION_NAME), RegistryReader::target, (first, other) -> first));
    }

    private static Target target(Record row) {
        DatabaseConnectionsRecord connection = row.into(DATABASE_CONNECTIONS);
        return new Target(
                connection.getId(),
                connection.getConnectionName(),
                new Region(row.get(REGIONS.CODE)),
                connection.getHost(),
                connection.getPort(),
                connection.getDatabaseName(),
                connection.getUsername(),
                connection.getEncryptionKeyId(),
                Base64.getEncoder().encodeToString(connection.getEncryptedPassword()),
                connection.getPoolMinSize(),
                connection.getPoolMaxSize(),
                Objects.requireNonNullElse(row.get(DATABASE_CLUSTERS.EPOCH), 0L));
    }
}
