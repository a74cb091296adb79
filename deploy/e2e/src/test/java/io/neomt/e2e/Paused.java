package io.neomt.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Programs of this JVM that do nothing until this is closed, as if they were not there. */
record Paused(List<Long> processes) implements AutoCloseable {

    /** @param argument on the command line of the programs */
    static Paused program(String argument) {
        List<Long> processes = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(argument))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
        if (processes.isEmpty()) {
            throw new AssertionError("no program runs with " + argument);
        }
        processes.forEach(pid -> signal("STOP", pid));
        return new Paused(processes);
    }

    @Override
    public void close() {
        processes.forEach(pid -> signal("CONT", pid));
    }

    private static void signal(String name, long pid) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
