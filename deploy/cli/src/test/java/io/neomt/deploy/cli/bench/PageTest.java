package io.neomt.deploy.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.bench.BenchOptions.Measured;
import io.neomt.deploy.cli.terminal.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Row ROW = Row.of("a <thing>", 50, "/s")
            .beside("its limit", 200)
            .goal("≥ half", false)
            .with("p99_ms", 3.5)
            .drawn(new Curve("latency", "%", "ms", List.of(0.0, 100.0), List.of(1.0, 4.0)));
    private static final Report REPORT = new Report(
            List.of(
                    new Measured("one", List.of(ROW), 1, null),
                    new Measured("two", List.of(), 1, new IllegalStateException("no luck"))),
            true,
            Size.S);

    @Test
    void aPageNeedsNothingFromAnywhere() {
        String page = Page.of(REPORT);
        assertThat(page)
                .contains("a &lt;thing&gt;", "0.25", "<tr class=\"missed\">", "<polyline", "no luck")
                .doesNotContain("src=", "href=", "http");
    }

    @Test
    void aTableSaysWhatWasNotReachedAndWhatWasNotMeasured() {
        StringWriter text = new StringWriter();
        REPORT.print(new PrintWriter(text, true));
        assertThat(text.toString()).contains("200 /s: its limit", "0.25", "NO", "FAILED", "no luck");
    }

    @Test
    void figuresAreReadByMachines() {
        assertThat(Json.of(REPORT.json())).contains("\"ratio\":0.25", "\"reached\":false", "\"p99_ms\":3.5", "no luck");
    }
}
