package io.neomt.provisioning.plan;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The database that a tenant's schema is made in, or why there is none yet. */
public sealed interface ConnectionChoice {

    record Chosen(String connectionName) implements ConnectionChoice {}

    /** @param reason for a person who may help */
    record NoneYet(String reason) implements ConnectionChoice {}

    /** The first by name, so that every attempt for a tenant chooses alike. */
    static ConnectionChoice choose(String region, List<RegisteredConnection> registered) {
        return registered.stream()
                .filter(inRegion(region))
                .filter(RegisteredConnection::regionActive)
                .filter(RegisteredConnection::primary)
                .filter(RegisteredConnection::active)
                .filter(RegisteredConnection::healthy)
                .map(RegisteredConnection::name)
                .min(Comparator.naturalOrder())
                .<ConnectionChoice>map(Chosen::new)
                .orElseGet(() -> new NoneYet(reason(region, registered)));
    }

    private static String reason(String region, List<RegisteredConnection> registered) {
        List<RegisteredConnection> primaries = registered.stream()
                .filter(inRegion(region))
                .filter(RegisteredConnection::primary)
                .toList();
        if (primaries.isEmpty()) {
            return "no primary database connection is registered for region '" + region + "'";
        }
        if (primaries.stream().noneMatch(RegisteredConnection::regionActive)) {
            return "region '" + region + "' is switched off";
        }
        if (primaries.stream().noneMatch(RegisteredConnection::active)) {
            return "every primary database connection of region '" + region + "' is switched off";
        }
        return "no primary database connection of region '" + region + "' is healthy";
    }

    private static Predicate<RegisteredConnection> inRegion(String region) {
        return connection -> connection.region().equals(region);
    }
}
