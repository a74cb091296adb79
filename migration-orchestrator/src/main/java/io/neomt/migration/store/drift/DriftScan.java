package io.neomt.migration.store.drift;

import io.neomt.commons.connections.DatabaseUnavailableException;
import io.neomt.commons.connections.UnknownConnectionException;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.drift.DriftReport;
import io.neomt.migration.plan.drift.DriftedSchema;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.Orders.UnknownTenantException;
import io.neomt.migration.store.FleetMigrator.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Compares every schema of the fleet with what its version should be, a database at a time. */
public final class DriftScan {

    private final Databases databases;
    private final Supplier<Map<Level, List<Script>>> catalog;
    private final Supplier<List<Target>> fleet;

    /**
     * @param catalog the scripts of each level, oldest first
     * @param fleet everything that there is, as the directory knows it
     */
    public DriftScan(Databases databases, Supplier<Map<Level, List<Script>>> catalog, Supplier<List<Target>> fleet) {
        this.databases = databases;
        this.catalog = catalog;
        this.fleet = fleet;
    }

    private record Place(String connection, @Nullable String database) {}

    /**
     * What differs.
     *
     * @param tenant only this one's schema, by slug or id; null for everything but the admin database
     * @throws UnknownTenantException when the tenant has no schema
     */
    public DriftReport scan(@Nullable String tenant) {
        long begun = System.nanoTime();
        List<Target> targets = wanted(tenant);
        if (tenant != null && targets.isEmpty()) {
            throw new UnknownTenantException(tenant);
        }
        Map<Place, List<Target>> places = targets.stream()
                .collect(Collectors.groupingBy(
                        target -> new Place(target.connection(), target.database()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<DatabaseScan.Found> found = new ArrayList<>();
        Set<String> unreachable = new TreeSet<>();
        Map<Level, List<Script>> scripts = catalog.get();
        places.forEach((place, there) -> {
            try {
                found.addAll(scan(databases.of(there.getFirst()), there, scripts));
            } catch (SQLException | DataAccessException | DatabaseUnavailableException | UnknownConnectionException e) {
                unreachable.add(place.connection() + ": " + causeOf(e).getMessage());
            }
        });
        List<DriftedSchema> drifted = stillSo(found, tenant);
        return new DriftReport(
                targets.size(), (System.nanoTime() - begun) / 1_000_000, drifted, List.copyOf(unreachable));
    }

    private static List<DatabaseScan.Found> scan(
            DataSource source, List<Target> targets, Map<Level, List<Script>> scripts) throws SQLException {
        Map<String, String> prints =
                Prints.of(source, targets.stream().map(Target::schema).toList());
        try (Connection connection = source.getConnection()) {
            return new DatabaseScan(connection, scripts).scan(targets, prints);
        }
    }

    private static Throwable causeOf(Throwable failure) {
        return failure.getCause() == null ? failure : causeOf(failure.getCause());
    }

    /** The admin database has schemas of a form of its own, which Flyway validates at each start. */
    private List<Target> wanted(@Nullable String tenant) {
        return fleet.get().stream()
                .filter(target -> target.level() != Level.ADMIN)
                .filter(target -> tenant == null || isOf(target, tenant))
                .toList();
    }

    private static boolean isOf(Target target, String tenant) {
        Target.Owner owner = target.owner();
        return owner != null
                && (owner.slug().equals(tenant) || owner.id().toString().equals(tenant));
    }

    /** What was migrated meanwhile was looked at too early. */
    private List<DriftedSchema> stillSo(List<DatabaseScan.Found> found, @Nullable String tenant) {
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Target> now = new HashSet<>(wanted(tenant));
        return found.stream()
                .filter(each -> now.contains(each.target()))
                .map(DatabaseScan.Found::schema)
                .toList();
    }
}
