package io.neomt.deploy.cli.migrate;

import io.neomt.deploy.cli.terminal.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The waves of a run. */
final class WaveView {

    private static final String ESCAPE = "\u001b[";
    private static final String CLEAR_BELOW = ESCAPE + "J";

    private final PrintWriter out;
    private final boolean terminal;
    private int shown;
    private int told;

    /** @param terminal whether what was printed can be replaced */
    WaveView(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(JsonNode run) {
        if (terminal) {
            redraw(run);
        } else {
            tellEnded(run);
        }
        out.flush();
    }

    private void redraw(JsonNode run) {
        StringWriter text = new StringWriter();
        try (PrintWriter lines = new PrintWriter(text)) {
            print(lines, run);
        }
        if (shown > 0) {
            out.print(ESCAPE + shown + "A" + CLEAR_BELOW);
        }
        out.print(text);
        shown = (int) text.toString().lines().count();
    }

    private void tellEnded(JsonNode run) {
        List<JsonNode> waves = run.path("waves").valueStream().toList();
        while (told < waves.size() && number(waves.get(told), "pending") == 0) {
            JsonNode wave = waves.get(told++);
            out.println("  wave " + number(wave, "number") + " of " + waves.size() + kind(wave) + ": "
                    + number(wave, "done") + " migrated, " + number(wave, "failed") + " failed");
        }
    }

    /** All waves, with what is done of each. */
    static void print(PrintWriter out, JsonNode run) {
        Table table = new Table("WAVE", "KIND", "SCHEMAS", "DONE", "FAILED", "LEFT");
        run.path("waves")
                .forEach(wave -> table.add(
                        text(wave, "number"),
                        kind(wave).strip(),
                        text(wave, "size"),
                        text(wave, "done"),
                        text(wave, "failed"),
                        text(wave, "pending")));
        table.print(out);
        out.println(rate(run));
    }

    static long total(JsonNode run, String field) {
        return run.path("waves")
                .valueStream()
                .mapToLong(wave -> number(wave, field))
                .sum();
    }

    static long size(JsonNode run) {
        return total(run, "size");
    }

    static String rate(JsonNode run) {
        return String.format(Locale.ROOT, "%.1f schemas/s", run.path("rate").asDouble(0));
    }

    private static String kind(JsonNode wave) {
        return wave.path("careful").asBoolean(false) ? " careful" : " batch";
    }

    private static long number(JsonNode wave, String field) {
        return wave.path(field).asLong(0);
    }

    private static String text(JsonNode wave, String field) {
        return Long.toString(number(wave, field));
    }
}
