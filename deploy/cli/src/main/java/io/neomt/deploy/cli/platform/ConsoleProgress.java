package io.neomt.deploy.cli.platform;

import java.io.Console;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Prints a line for each part that is ready and, on a terminal, one live line of what is still starting. */
public final class ConsoleProgress implements Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean live;
    private final Set<String> starting = new LinkedHashSet<>();

    public ConsoleProgress(PrintStream out) {
        this.out = out;
        this.live =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    @Override
    public synchronized void starting(String part) {
        starting.add(part);
        showLive();
    }

    @Override
    public synchronized void ready(String part, String address, long millis) {
        starting.remove(part);
        line(String.format(Locale.ROOT, "  %-24s ready %5.1f s   %s", part, millis / 1000.0, address));
    }

    @Override
    public synchronized void note(String message) {
        line("  " + message);
    }

    private void line(String text) {
        out.print(live ? CLEAR_LINE : "");
        out.println(text);
        showLive();
    }

    private void showLive() {
        if (live && !starting.isEmpty()) {
            out.print(CLEAR_LINE + "  starting " + String.join(", ", starting) + " …");
            out.flush();
        }
    }
}
