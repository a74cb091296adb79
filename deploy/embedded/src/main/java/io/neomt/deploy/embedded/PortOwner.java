package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds who listens on a port, where the system lets us look (Linux; own processes, or all as root). */
final class PortOwner {

    private static final String LISTENING = "0A";
    private static final int MAX_COMMAND = 120;

    private PortOwner() {}

    static String describe(int port) {
        return find(port)
                .map(owner -> "process " + owner.pid() + " (" + command(owner) + ")")
                .orElse("another process");
    }

    static Optional<ProcessHandle> find(int port) {
        Set<String> sockets = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.trim().split("\\s+"))
                .filter(row -> row.length > 9 && LISTENING.equals(row[3]) && isPort(row[1], port))
                .map(row -> "socket:[" + row[9] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process, sockets))
                        .findFirst();
    }

    private static boolean isPort(String localAddress, int port) {
        return localAddress.endsWith(":" + "%04X".formatted(port).toUpperCase(Locale.ROOT));
    }

    private static boolean holds(ProcessHandle process, Set<String> sockets) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException e) {
            // it ended meanwhile, or is somebody else's: then it stays unnamed
            return false;
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            // closed since it was listed
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            // not Linux: no owner can be named
            return List.of();
        }
    }

    private static String command(ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("command unknown");
        return command.length() <= MAX_COMMAND ? command : command.substring(0, MAX_COMMAND) + "…";
    }
}
