package io.neomt.event.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a line of JSON as {@link ExportedRow} writes it, and nothing else: any other spelling is not what was exported. */
final class JsonLine {

    private static final int ESCAPE = 4;

    private final String line;
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /** @throws IllegalArgumentException when it is none */
    static Map<String, @Nullable String> read(String line) {
        return new JsonLine(line).fields();
    }

    private Map<String, @Nullable String> fields() {
        Map<String, @Nullable String> fields = new HashMap<>();
        List<String> names = ExportedRow.FIELDS;
        for (String name : names.subList(0, names.size() - 1)) {
            expect((at == 0 ? "{\"" : ",\"") + name + "\":");
            fields.put(name, name.equals("position") ? digits() : textOrNull());
        }
        expect(",\"" + names.getLast() + "\":");
        require(line.endsWith("}"));
        String event = line.substring(at, Math.max(at, line.length() - 1));
        fields.put(names.getLast(), event.equals("null") ? null : event);
        return fields;
    }

    private void expect(String wanted) {
        require(line.startsWith(wanted, at));
        at += wanted.length();
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not of the form of an export at " + at);
        }
    }

    private String digits() {
        int from = at;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return line.substring(from, at);
    }

    private @Nullable String textOrNull() {
        if (line.startsWith("null", at)) {
            at += "null".length();
            return null;
        }
        expect("\"");
        StringBuilder text = new StringBuilder();
        for (char c = take(); c != '"'; c = take()) {
            text.append(c == '\\' ? escaped() : c);
        }
        return text.toString();
    }

    private char take() {
        require(at < line.length());
        return line.charAt(at++);
    }

    private char escaped() {
        char c = take();
        if (c != 'u') {
            return c;
        }
        require(at + ESCAPE <= line.length());
        at += ESCAPE;
        return (char) Integer.parseInt(line.substring(at - ESCAPE, at), 16);
    }
}
