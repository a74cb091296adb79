package io.neomt.deploy.cli.bench;

import java.util.List;
import java.util.stream.Collectors;

/** A report as a page that needs nothing else: no script, no style and no image from anywhere. */
final class Page {

    private Page() {}

    static String of(Report report) {
        String heads = cells("th", Row.HEADINGS);
        String rows = report.rows().stream().map(Page::row).collect(Collectors.joining("\n"));
        String failed = report.failed().stream()
                .map(scenario -> "<p class=\"missed\">" + escaped(scenario.summary()) + "</p>")
                .collect(Collectors.joining());
        String charts = report.rows().stream()
                .flatMap(row -> row.curves().stream().map(curve -> Chart.of(row.what(), curve)))
                .collect(Collectors.joining("\n"));
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>neo bench</title><style>
            body { font: 14px/1.4 system-ui, sans-serif; margin: 2em; color: #222 }
            table { border-collapse: collapse } td, th { padding: .3em .8em; border-bottom: 1px solid #ddd; text-align: left }
            .missed { background: #fde8e8 } .charts { display: flex; flex-wrap: wrap; gap: 1.5em }
            figure { margin: 0 } figcaption { font-weight: 600 } svg text { font-size: 11px; fill: #555 }
            </style></head><body>
            <h1>neo bench</h1><p>%s</p>
            <table><tr>%s</tr>%s</table>%s
            <div class="charts">%s</div>
            </body></html>
            """.formatted(escaped(report.circumstances()), heads, rows, failed, charts);
    }

    private static String row(Row row) {
        boolean missed = row.goal() != null && !row.goal().reached();
        return (missed ? "<tr class=\"missed\">" : "<tr>") + cells("td", row.columns()) + "</tr>";
    }

    private static String cells(String kind, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + kind + ">" + escaped(text) + "</" + kind + ">")
                .collect(Collectors.joining());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
