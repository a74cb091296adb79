package io.neomt.event.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values as RFC 4180 has them, where nothing between two commas is a value that is not there and {@code ""}
 * an empty text. A text that a spreadsheet would take for a formula, or that begins with an apostrophe, has an apostrophe
 * before it.
 */
public final class CsvText {

    private static final String DANGEROUS = "=+-@'\t";

    private CsvText() {}

    static String of(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String safe = !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = !safe.isEmpty() && safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /**
     * The values of one line.
     *
     * @throws IllegalArgumentException when quotes are not where they belong
     */
    public static List<@Nullable String> read(String line) {
        List<@Nullable String> values = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int to = end(line, from);
            values.add(value(line.substring(from, to)));
            from = to + 1;
        }
        return values;
    }

    private static int end(String line, int from) {
        boolean quoted = false;
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                return i;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a quote is not closed");
        }
        return line.length();
    }

    private static @Nullable String value(String field) {
        if (field.isEmpty()) {
            return null;
        }
        String text = field.startsWith("\"") ? unquoted(field) : field;
        return text.startsWith("'") ? text.substring(1) : text;
    }

    private static String unquoted(String field) {
        if (field.length() < 2 || !field.endsWith("\"")) {
            throw new IllegalArgumentException("text stands after a quote");
        }
        return field.substring(1, field.length() - 1).replace("\"\"", "\"");
    }
}
