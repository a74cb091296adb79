package io.neomt.deploy.cli.bench;

import io.neomt.commons.connections.TenantDirectory;
import io.neomt.deploy.cli.bench.Data.DataTenant;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.query.At;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Checks;
import io.neomt.query.memory.Memory;
import java.time.Instant;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.springframework.context.ApplicationContext;
import redis.clients.jedis.UnifiedJedis;

/** Asks a query API from inside what it does not remember. */
final class ColdChecks {

    private static final PermissionCode CODE = PermissionCode.parse(Data.CODES.getFirst());
    private static final String KEY = "bench:bare";
    private static final int DIGITS = 3;
    /** Who between them have all roles and teams of their tenant. */
    private static final int KNOWN = 50;

    private final Checks checks;
    private final Memory memory;
    private final UnifiedJedis redis;
    private final TenantDirectory directory;
    private final Data data;

    ColdChecks(ApplicationContext queries, Data data) {
        this.checks = queries.getBean(Checks.class);
        this.memory = queries.getBean(Memory.class);
        this.redis = queries.getBean(UnifiedJedis.class);
        this.directory = queries.getBean(TenantDirectory.class);
        this.data = data;
        redis.set(KEY, "small");
    }

    /**
     * What was measured, in nanoseconds.
     *
     * @param trips to Redis, one after each check
     */
    record Found(Histogram checks, Histogram trips) {}

    /** Only the user is not remembered. */
    Found withRolesAndTeams(int samples) {
        Found found = new Found(new Histogram(DIGITS), new Histogram(DIGITS));
        while (found.checks().getTotalCount() < samples) {
            forget();
            for (DataTenant tenant : data.tenants()) {
                TenantId id = id(tenant);
                tenant.users().subList(0, KNOWN).forEach(user -> ask(id, user));
                tenant.users().subList(KNOWN, tenant.users().size()).forEach(user -> measure(found, id, user));
            }
        }
        return found;
    }

    /** Neither the user is remembered nor any role or team. */
    Found withNothing(int samples) {
        Found found = new Found(new Histogram(DIGITS), new Histogram(DIGITS));
        for (int i = 0; i < samples; i++) {
            DataTenant tenant = data.tenants().get(i % data.tenants().size());
            List<String> users = tenant.users();
            forget();
            measure(found, id(tenant), users.get(i / data.tenants().size() % users.size()));
        }
        return found;
    }

    private void measure(Found found, TenantId tenant, String user) {
        long begun = System.nanoTime();
        ask(tenant, user);
        long asked = System.nanoTime();
        String unused = redis.get(KEY);
        found.checks().recordValue(asked - begun);
        found.trips().recordValue(System.nanoTime() - asked);
    }

    private void ask(TenantId tenant, String user) {
        At<Decision> unused = checks.decide(
                tenant, new CheckRequest.OfCode(UserId.of(user), CODE), Instant.now(), _ -> Position.NONE);
    }

    /** As if the connection that tells of changes had been lost and come back. */
    private void forget() {
        memory.lost();
        memory.listening();
    }

    private TenantId id(DataTenant tenant) {
        return directory.find(tenant.slug()).orElseThrow().id();
    }
}
