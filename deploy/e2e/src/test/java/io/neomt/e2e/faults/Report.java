package io.neomt.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What came of all faults, for people and for programs. */
record Report(long seed, List<Outcome> outcomes) {

    private static final String LINE = "%-20s %5s %9s %9s %5s %6s %6s %6s %6s %6s %8s %7s  %s%n";
    private static final int SHOWN = 10;

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                LINE,
                "fault",
                "times",
                "commands",
                "checks",
                "lost",
                "twice",
                "order",
                "wrong",
                "views",
                "stuck",
                "repeated",
                "seconds",
                "notes"));
        outcomes.forEach(outcome -> text.append(line(outcome)));
        outcomes.forEach(
                outcome -> outcome.verdict().findings().stream().limit(SHOWN).forEach(finding -> text.append(
                                outcome.fault().name())
                        .append(": ")
                        .append(finding)
                        .append('\n')));
        return text.toString();
    }

    private static String line(Outcome outcome) {
        Verdict verdict = outcome.verdict();
        return String.format(
                Locale.ROOT,
                LINE,
                outcome.fault().name(),
                outcome.injected(),
                verdict.commands(),
                verdict.checks(),
                verdict.lost().size(),
                verdict.duplicated().size(),
                verdict.disordered().size(),
                verdict.wrong().size(),
                verdict.different().size(),
                verdict.stuck().size(),
                verdict.repeated(),
                String.format(Locale.ROOT, "%.1f", outcome.seconds()),
                String.join("; ", outcome.notes()));
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(
                file,
                JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of(
                                "seed",
                                seed,
                                "faults",
                                outcomes.stream().map(Report::json).toList())));
    }

    private static Map<String, Object> json(Outcome outcome) {
        Verdict verdict = outcome.verdict();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fault", outcome.fault().name());
        json.put("text", outcome.fault().text());
        json.put("injected", outcome.injected());
        json.put("commands_acknowledged", verdict.commands());
        json.put("checks_answered", verdict.checks());
        json.put("lost", verdict.lost().size());
        json.put("duplicated", verdict.duplicated().size());
        json.put("out_of_order", verdict.disordered().size());
        json.put("wrong_answers", verdict.wrong().size());
        json.put("different_views", verdict.different().size());
        json.put("stuck", verdict.stuck().size());
        json.put("repeated_on_topic", verdict.repeated());
        json.put("seconds", outcome.seconds());
        json.put("notes", outcome.notes());
        json.put("findings", verdict.findings());
        return json;
    }
}
