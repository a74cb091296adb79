package io.neomt.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals that Java does not send. */
final class Signals {

    private Signals() {}

    /** @param name without {@code SIG} */
    static void send(String name, long pid) {
        run("kill", "-" + name, Long.toString(pid));
    }

    /** @throws AssertionError when the program fails */
    static void run(String... command) {
        if (!works(command)) {
            throw new AssertionError(String.join(" ", command) + " failed");
        }
    }

    /** Whether the program ends well. */
    static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
