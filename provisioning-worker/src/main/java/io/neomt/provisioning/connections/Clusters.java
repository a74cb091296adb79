package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CLUSTERS;
import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;

import io.neomt.provisioning.registry.ConnectionType;
import io.neomt.provisioning.registry.NewConnection;
import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.ServerFacts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Servers that hold the same. A cluster begins with its writer; a primary that stood alone begins one of its own name. */
final class Clusters {

    private final DSLContext dsl;

    Clusters(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * The cluster that a new row is written with; null for the first of one, which is set later.
     *
     * @throws RefusedException when the cluster has a writer, is not there, lies elsewhere or holds something else
     */
    @Nullable
    String join(NewConnection wanted, ServerFacts facts) {
        String name = wanted.cluster();
        if (name == null) {
            return null;
        }
        boolean known = exists(name);
        if (wanted.type() == ConnectionType.PRIMARY) {
            if (known) {
                throw new RefusedException(
                        Refusal.CLUSTER_HAS_WRITER,
                        "the cluster has a primary; register its standbys as replicas",
                        Map.of("cluster_name", name));
            }
            return null;
        }
        if (!known) {
            beginWithPrimary(name);
        }
        refuseStranger(wanted, facts, RegistryRows.inCluster(dsl, name));
        return name;
    }

    /** A new primary begins the cluster that it names. */
    void begin(NewConnection wanted, UUID region) {
        String name = wanted.cluster();
        if (name != null && wanted.type() == ConnectionType.PRIMARY) {
            begin(name, region, wanted.name());
        }
    }

    /** The last of a cluster takes it along. */
    void leave(Registered row) {
        String name = row.cluster();
        if (name != null && RegistryRows.inCluster(dsl, name).size() == 1) {
            dsl.update(DATABASE_CONNECTIONS)
                    .setNull(DATABASE_CONNECTIONS.CLUSTER_NAME)
                    .where(DATABASE_CONNECTIONS.ID.eq(row.id()))
                    .execute();
            dsl.deleteFrom(DATABASE_CLUSTERS)
                    .where(DATABASE_CLUSTERS.NAME.eq(name))
                    .execute();
        }
    }

    private void beginWithPrimary(String name) {
        Registered primary = RegistryRows.named(dsl, name)
                .filter(row -> row.type() == ConnectionType.PRIMARY && row.cluster() == null)
                .orElseThrow(() -> new RefusedException(
                        Refusal.UNKNOWN_CLUSTER,
                        "there is no such cluster, nor a primary of that name that could begin it",
                        Map.of("cluster_name", name)));
        begin(name, RegionRows.id(dsl, primary.region()), primary.name());
    }

    private void begin(String name, UUID region, String writer) {
        dsl.insertInto(DATABASE_CLUSTERS)
                .set(DATABASE_CLUSTERS.NAME, name)
                .set(DATABASE_CLUSTERS.REGION_ID, region)
                .set(DATABASE_CLUSTERS.WRITER, writer)
                .execute();
        dsl.update(DATABASE_CONNECTIONS)
                .set(DATABASE_CONNECTIONS.CLUSTER_NAME, name)
                .where(DATABASE_CONNECTIONS.CONNECTION_NAME.eq(writer))
                .execute();
    }

    private static void refuseStranger(NewConnection wanted, ServerFacts facts, List<Registered> members) {
        for (Registered member : members) {
            if (!member.region().equals(wanted.region())) {
                throw new RefusedException(
                        Refusal.CLUSTER_ELSEWHERE,
                        "the cluster lies in another region",
                        Map.of("region", member.region().code()));
            }
            ServerFacts theirs = member.facts();
            if (theirs != null && !theirs.systemIdentifier().equals(facts.systemIdentifier())) {
                throw RefusedException.of(new Failed(
                        Problem.OTHER_SYSTEM, "the server does not hold what the servers of the cluster hold"));
            }
        }
    }

    private boolean exists(String name) {
        return dsl.fetchExists(DATABASE_CLUSTERS, DATABASE_CLUSTERS.NAME.eq(name));
    }
}
