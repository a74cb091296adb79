package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Requests tenants by REST: some one after the other, for how long each takes, then many at once, for how many are made
 * in a second. The worker's time is that from hearing of a tenant to the command service's answer that it is active.
 */
final class ProvisioningBench {

    private static final int AT_ONCE = 8;
    /** The times are those that the database has: a look costs what is measured, and needs not be soon. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private static final Duration BETWEEN_LOOKS_AT_ALL = Duration.ofMillis(250);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(5).toNanos();

    private static final String TIMES = """
            SELECT p.started_at, p.finished_at FROM admin.tenants t
            JOIN admin.provisioning_operations p ON p.tenant_id = t.id
            WHERE t.slug = ? AND t.status = 'active' AND p.state = 'done'""";
    private static final String LAST = """
            SELECT count(*), max(p.finished_at) FROM admin.tenants t
            JOIN admin.provisioning_operations p ON p.tenant_id = t.id
            WHERE t.slug LIKE ? AND t.status = 'active' AND p.state = 'done'""";

    private final PlatformClient client;
    private final DataSource admin;
    private final String prefix;

    /** @param prefix of the tenants' slugs, which no other run has */
    ProvisioningBench(PlatformClient client, DataSource admin, String prefix) {
        this.client = client;
        this.admin = admin;
        this.prefix = prefix;
    }

    /**
     * @param warm how many tenants are made before anything is measured
     * @param oneByOne how many are made one after the other, and {@code atOnce} then side by side
     */
    Figures run(String way, int warm, int oneByOne, int atOnce) throws SQLException, InterruptedException {
        for (int i = 0; i < warm; i++) {
            await(request("w" + i));
        }
        List<Duration> each = new ArrayList<>();
        List<Duration> endToEnd = new ArrayList<>();
        for (int i = 0; i < oneByOne; i++) {
            Instant asked = Instant.now();
            Times times = await(request("s" + i));
            each.add(Duration.between(times.heard(), times.active()));
            endToEnd.add(Duration.between(asked, times.active()));
        }
        return new Figures(way, each, endToEnd, perSecond("p", atOnce));
    }

    /** As many at once, from stock for as long as that lasts. */
    Figures inOneGo(int count) throws SQLException, InterruptedException {
        double perSecond = perSecond("m", count);
        return new Figures(
                String.format(Locale.ROOT, "%d in one go, %.1f s", count, count / perSecond),
                List.of(),
                List.of(),
                perSecond);
    }

    private double perSecond(String kind, int count) throws SQLException, InterruptedException {
        Instant begun = Instant.now();
        List<Callable<String>> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = kind + i;
            requests.add(() -> request(name));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<String> request : threads.invokeAll(requests)) {
                request.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a tenant could not be requested", e);
        }
        Duration took = Duration.between(begun, lastOf(kind, count));
        return count / (took.toNanos() / 1e9);
    }

    private String request(String name) {
        String slug = prefix + name;
        // tokens last for minutes only
        ApiClient commands = client.commands(client.token(client.platformRealm(), "admin"));
        commands.post("/api/v1/admin/tenants", Map.of("slug", slug, "name", slug), Map.of())
                .orRefuse();
        return slug;
    }

    private Times await(String slug) throws SQLException {
        return until(TIMES, slug, BETWEEN_LOOKS, rows -> new Times(instant(rows, 1), instant(rows, 2)), any -> true);
    }

    private Instant lastOf(String kind, int count) throws SQLException {
        return until(
                        LAST,
                        prefix + kind + "%",
                        BETWEEN_LOOKS_AT_ALL,
                        rows -> new Last(rows.getInt(1), rows),
                        last -> last.count() == count)
                .at();
    }

    private <T> T until(String sql, String value, Duration pause, Row<T> row, Predicate<T> enough) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = admin.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            while (System.nanoTime() - begun < PATIENCE_NANOS) {
                try (ResultSet rows = statement.executeQuery()) {
                    if (rows.next()) {
                        T found = row.of(rows);
                        if (enough.test(found)) {
                            return found;
                        }
                    }
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
        throw new IllegalStateException("waited in vain for " + value);
    }

    private static Instant instant(ResultSet rows, int column) throws SQLException {
        return rows.getTimestamp(column).toInstant();
    }

    private interface Row<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private record Times(Instant heard, Instant active) {}

    private record Last(int count, Instant at) {

        Last(int count, ResultSet rows) throws SQLException {
            this(count, count == 0 ? Instant.EPOCH : instant(rows, 2));
        }
    }
}
