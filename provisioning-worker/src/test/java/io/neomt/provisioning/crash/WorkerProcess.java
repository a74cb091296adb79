package io.neomt.provisioning.crash;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Connections;
import io.neomt.commons.connections.Pools;
import io.neomt.commons.connections.Residency;
import io.neomt.event.TenantId;
import io.neomt.provisioning.DirectoryReports;
import io.neomt.provisioning.run.NoRealms;
import io.neomt.provisioning.run.Outcome.Unfinished;
import io.neomt.provisioning.run.Ports;
import io.neomt.provisioning.run.Saga;
import io.neomt.provisioning.run.Upkeep;
import io.neomt.provisioning.store.AdminTenants;
import io.neomt.provisioning.store.PostgresSchemas;
import io.neomt.provisioning.store.SqlOperations;
import io.neomt.provisioning.store.TenantTemplate;
import io.neomt.provisioning.store.snapshot.Snapshots;
import io.neomt.view.ConnectionCipher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/**
 * A worker of its own process: reads the id of a tenant and where to stop from its input, and works on the tenant until
 * it is done or stops there. Says what came of it in one line.
 */
final class WorkerProcess {

    private static final Duration LEASE = Duration.ofMillis(300);

    private WorkerProcess() {}

    /** @param args url, user and password of the admin database, id and key of the cipher of passwords */
    public static void main(String[] args) throws IOException {
        AdminDatabase admin = new AdminDatabase(
                Pools.open("killed", new Pools.Login(args[0], args[1], args[2]), 0, 3),
                new DefaultConfiguration().set(SQLDialect.POSTGRES));
        ConnectionCipher cipher = new ConnectionCipher(args[3], args[4]);
        Connections connections = new Connections(admin, () -> cipher, "killed", (name, pool) -> {});
        Ports ports = ports(admin, connections);
        AdminTenants warm = new AdminTenants(admin, InstantSource.system(), Residency.EVERYWHERE);
        say("ready " + warm.connections().size());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] order = input.readLine().split(" ", 2);
        work(new HaltingPorts(Integer.parseInt(order[1]), where -> say("halted " + where)).around(ports), order[0]);
    }

    private static void work(Ports ports, String tenant) {
        Saga saga = new Saga(
                ports,
                new Upkeep(ports.tenants(), ports.schemas(), ports.realms(), ports.reports(), TenantTemplate.SHIPPED));
        Object outcome = saga.attempt(TenantId.of(tenant), Instant.now());
        // the lease of the one that was killed before ends soon
        while (outcome instanceof Unfinished
                || ports.tenants().placement(TenantId.of(tenant)).isEmpty()) {
            outcome = saga.attempt(TenantId.of(tenant), Instant.now());
        }
        say("ended " + outcome);
    }

    private static Ports ports(AdminDatabase admin, Connections connections) {
        Snapshots snapshots = new Snapshots(new TenantTemplate(), InstantSource.system(), (name, e) -> say(name));
        return new Ports(
                new SqlOperations(
                        admin,
                        InstantSource.system(),
                        UUID::randomUUID,
                        UUID.randomUUID().toString(),
                        LEASE),
                new AdminTenants(admin, InstantSource.system(), Residency.EVERYWHERE),
                new PostgresSchemas(connections, new TenantTemplate(), snapshots, InstantSource.system()),
                new NoRealms(),
                tenant -> 0,
                new DirectoryReports(admin.pool()),
                System::nanoTime);
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
