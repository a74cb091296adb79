package io.neomt.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The ports that others connect to, all on loopback. */
public record StackPorts(int postgresql, int redis, int kafka, int registry, int issuer) {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;

    /** Where Keycloak listens where nothing else is asked for. */
    public static final int KEYCLOAK = 8080;

    /** The documented ones. */
    public static StackPorts fixed() {
        return new StackPorts(5432, 6379, 9092, 8081, 8090);
    }

    /** Ports that nobody listens on now. */
    public static StackPorts free() {
        List<Integer> ports = free(5);
        return new StackPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    /**
     * Free ports below the range from which systems take the ports of outgoing connections, so that none is taken away
     * between the look and the use.
     */
    public static List<Integer> free(int count) {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < count) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    void refuseTaken() {
        refuseTaken(Map.of(
                Part.POSTGRESQL.label(), postgresql,
                Part.REDIS.label(), redis,
                Part.KAFKA.label(), kafka,
                Part.REGISTRY.label(), registry,
                Part.ISSUER.label(), issuer));
    }

    /**
     * Looks whether all these ports can be taken.
     *
     * @param ports by the name of what wants to listen there
     * @throws StackException naming every port that somebody else listens on, and who that is
     */
    public static void refuseTaken(Map<String, Integer> ports) {
        Map<String, List<String>> taken = new LinkedHashMap<>();
        ports.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .filter(port -> !isFree(port.getValue()))
                .forEach(port -> taken.computeIfAbsent(PortOwner.describe(port.getValue()), _ -> new ArrayList<>())
                        .add("port %d (%s)".formatted(port.getValue(), port.getKey())));
        if (!taken.isEmpty()) {
            throw new StackException(taken.entrySet().stream()
                    .map(owner -> String.join(", ", owner.getValue()) + " is taken by " + owner.getKey())
                    .collect(Collectors.joining("; ", "", ". Stop it, or take other ports with --ports auto.")));
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(Loopback.at(port));
            return true;
        } catch (BindException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
