package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.BenchOptions.Measured;
import io.neomt.deploy.cli.terminal.Table;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a run has found, and on what. */
record Report(List<Measured> scenarios, boolean quick, Size size) {

    Report {
        scenarios = List.copyOf(scenarios);
    }

    List<Row> rows() {
        return scenarios.stream().flatMap(scenario -> scenario.rows().stream()).toList();
    }

    void print(PrintWriter out) {
        Table table = new Table(Row.HEADINGS.toArray(String[]::new));
        rows().forEach(row -> table.add(row.columns().toArray(String[]::new)));
        table.print(out);
        out.println(circumstances());
        failed().forEach(scenario -> out.println(scenario.summary()));
    }

    List<Measured> failed() {
        return scenarios.stream().filter(scenario -> scenario.failure() != null).toList();
    }

    /** Under which the figures are what they are. */
    String circumstances() {
        return (quick ? "quick run, " : "") + "data set " + size + ", "
                + Runtime.getRuntime().availableProcessors() + " processors for everything, Java "
                + Runtime.version().feature();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", Instant.now().toString());
        json.put("quick", quick);
        json.put("size", size.name());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("java", Runtime.version().toString());
        json.put("scenarios", scenarios.stream().map(Report::json).toList());
        return json;
    }

    private static Map<String, Object> json(Measured scenario) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", scenario.scenario());
        json.put("seconds", scenario.seconds());
        json.put("rows", scenario.rows().stream().map(Row::json).toList());
        if (scenario.failure() != null) {
            json.put("failure", scenario.failure().toString());
        }
        return json;
    }
}
