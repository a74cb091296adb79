package io.neomt.provisioning.plan;

import io.neomt.event.DeploymentType;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The database that a tenant is made in, or why there is none yet. Never one of another region. */
public sealed interface ConnectionChoice {

    /** @param reasons for whoever asks later why it lies there */
    record Chosen(String connectionName, List<String> reasons) implements ConnectionChoice {

        public Chosen {
            reasons = List.copyOf(reasons);
        }

        /** One that was chosen before. */
        public Chosen(String connectionName) {
            this(connectionName, List.of());
        }
    }

    /** @param reason for a person who may help */
    record NoneYet(String reason) implements ConnectionChoice {}

    /** As for a tenant with a schema in a shared database. */
    static ConnectionChoice choose(String region, List<RegisteredConnection> registered) {
        return choose(region, DeploymentType.SCHEMA, registered);
    }

    /** The emptiest of those that will do; of equally empty ones the first by name. */
    static ConnectionChoice choose(String region, DeploymentType type, List<RegisteredConnection> registered) {
        List<RegisteredConnection> usable = registered.stream()
                .filter(inRegion(region))
                .filter(row -> obstacle(row, type).isEmpty())
                .sorted(Comparator.comparingDouble(
                                (RegisteredConnection row) -> row.room().fill())
                        .thenComparing(RegisteredConnection::name))
                .toList();
        return usable.isEmpty()
                ? new NoneYet(reason(region, type, registered))
                : new Chosen(usable.getFirst().name(), reasons(region, type, usable, registered));
    }

    private static List<String> reasons(
            String region,
            DeploymentType type,
            List<RegisteredConnection> usable,
            List<RegisteredConnection> registered) {
        RegisteredConnection first = usable.getFirst();
        Stream<String> why = Stream.of(
                "it lies in region '" + region + "'",
                "it is healthy and takes tenants of deployment type '" + text(type) + "'",
                first.room().describe(),
                usable.size() == 1 ? "no other one will do" : "it is the emptiest of " + usable.size());
        Stream<String> whyNot = registered.stream()
                .filter(inRegion(region))
                .filter(RegisteredConnection::primary)
                .flatMap(row -> obstacle(row, type).map(it -> "'" + row.name() + "' " + it).stream());
        return Stream.concat(why, whyNot).toList();
    }

    /** The order tells a person first what is to be mended first. */
    private static Optional<String> obstacle(RegisteredConnection row, DeploymentType type) {
        if (!row.primary()) {
            return Optional.of("is no primary");
        }
        if (!row.regionActive()) {
            return Optional.of("lies in a region that is switched off");
        }
        if (!row.active()) {
            return Optional.of("is switched off");
        }
        if (!row.healthy()) {
            return Optional.of("is not healthy");
        }
        if (row.draining()) {
            return Optional.of("is being drained");
        }
        return unfit(row.room(), type).or(() -> row.room().full());
    }

    private static Optional<String> unfit(Room room, DeploymentType type) {
        boolean fits =
                switch (type) {
                    case SCHEMA -> !room.dedicated();
                    case DATABASE -> !room.dedicated() && room.databases();
                    case DEDICATED -> room.dedicated();
                };
        return fits ? Optional.empty() : Optional.of("takes no tenants of deployment type '" + text(type) + "'");
    }

    private static String reason(String region, DeploymentType type, List<RegisteredConnection> registered) {
        List<RegisteredConnection> primaries = registered.stream()
                .filter(inRegion(region))
                .filter(RegisteredConnection::primary)
                .toList();
        if (primaries.isEmpty()) {
            return "no primary database connection is registered for region '" + region + "'";
        }
        List<String> obstacles = primaries.stream()
                .sorted(Comparator.comparing(RegisteredConnection::name))
                .flatMap(row -> obstacle(row, type).map(it -> "'" + row.name() + "' " + it).stream())
                .toList();
        return "no database connection of region '" + region + "' will do: " + String.join("; ", obstacles);
    }

    private static Predicate<RegisteredConnection> inRegion(String region) {
        return connection -> connection.region().equals(region);
    }

    private static String text(DeploymentType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
