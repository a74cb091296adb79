package io.neomt.event.chain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A form in which events are exported; one event is one line in each. */
public enum ExportFormat {
    JSON_LINES("events.jsonl") {
        @Override
        public Optional<String> header() {
            return Optional.empty();
        }

        @Override
        public String line(ExportedRow row) {
            return row.json();
        }

        @Override
        Map<String, @Nullable String> read(String line) {
            return JsonLine.read(line);
        }
    },
    CSV("events.csv") {
        @Override
        public Optional<String> header() {
            return Optional.of(ExportedRow.csvHeader());
        }

        @Override
        public String line(ExportedRow row) {
            return row.csv();
        }

        @Override
        Map<String, @Nullable String> read(String line) {
            List<@Nullable String> values = CsvText.read(line);
            if (values.size() != ExportedRow.FIELDS.size()) {
                throw new IllegalArgumentException("not as many values as there are fields");
            }
            Map<String, @Nullable String> fields = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                fields.put(ExportedRow.FIELDS.get(i), values.get(i));
            }
            return fields;
        }
    };

    private final String fileName;

    ExportFormat(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    /** What stands before the first event, without the end of the line. */
    public abstract Optional<String> header();

    /** Without the end of the line. */
    public abstract String line(ExportedRow row);

    /**
     * The texts of a line by the names of {@link ExportedRow#FIELDS}.
     *
     * @throws IllegalArgumentException when it is none
     */
    abstract Map<String, @Nullable String> read(String line);
}
