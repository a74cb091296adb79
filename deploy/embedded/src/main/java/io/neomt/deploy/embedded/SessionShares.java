package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shares processors fairly with a server each of whose children is a session of its own, as PostgreSQL's connections are.
 * Where Linux groups what it runs by sessions (sched_autogroup of sched(7)), each session has the same share, however many
 * threads it has: ten connections that are busy would have ten times as much as all services, which are one. So each gets
 * about a tenth. Where Linux does not group, every thread has the same share, and nothing is done.
 */
final class SessionShares {

    /** A nice value; each step is a quarter, so these are nine tenths less. */
    private static final String LESS = "10";

    /** Place of the session in what follows the name of a process, which may have blanks and parentheses. */
    private static final int SESSION = 3;

    private final Path processes;
    private final Path children;
    private final Set<String> done = new HashSet<>();

    /** @param server whose children, but not itself, are sessions */
    SessionShares(ProcessHandle server) {
        this(Path.of("/proc"), server.pid());
    }

    SessionShares(Path processes, long server) {
        this.processes = processes;
        this.children = processes
                .resolve(Long.toString(server))
                .resolve("task")
                .resolve(Long.toString(server))
                .resolve("children");
    }

    /** Whether Linux groups by sessions here, and tells of children. */
    boolean matter() {
        try {
            return Files.isReadable(children)
                    && Files.readString(processes.resolve("sys/kernel/sched_autogroup_enabled"))
                            .strip()
                            .equals("1");
        } catch (IOException e) {
            // another system, or a Linux built without it
            return false;
        }
    }

    /** Sets the share of those that came since the last time. What cannot be set now is tried again the next time. */
    void adjust() throws IOException {
        Set<String> now = Arrays.stream(Files.readString(children).split(" ", -1))
                .filter(child -> !child.isBlank())
                .collect(Collectors.toSet());
        done.retainAll(now);
        for (String child : now) {
            if (!done.contains(child) && adjusted(processes.resolve(child), child)) {
                done.add(child);
            }
        }
    }

    /** One that has just begun is still of our own session, which keeps its share. */
    private static boolean adjusted(Path process, String child) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (!fields[SESSION].equals(child)) {
                return false;
            }
            Files.writeString(process.resolve("autogroup"), LESS);
            return true;
        } catch (IOException e) {
            // it has ended, or Linux wants a pause between two changes of one user
            return false;
        }
    }
}
