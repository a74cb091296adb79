package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.ConsoleProgress;
import io.neomt.deploy.cli.platform.ExitSignal;
import io.neomt.deploy.cli.platform.Progress;
import io.neomt.deploy.cli.platform.TemporaryFolder;
import io.neomt.deploy.cli.terminal.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to measure, and where to write what was found. */
final class BenchOptions {

    @Option(names = "--quick", description = "Smaller and shorter: all scenarios in less than five minutes.")
    private boolean quick;

    @Option(
            names = "--size",
            description = "Of the data set: S has 1,000 users in 10 tenants, M 10,000 in 100, L 100,000 in 1,000;"
                    + " default M, in a quick run S.")
    private @Nullable Size size;

    @Option(names = "--json", paramLabel = "FILE", description = "A file for the figures.")
    private @Nullable Path json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "A file for a page with the figures and charts of them.")
    private @Nullable Path html;

    /** @return the exit code: 1 when a scenario could not be measured, whatever the figures of the others are */
    int run(List<Scenario> scenarios) throws IOException, InterruptedException {
        Progress progress = new ConsoleProgress(System.out);
        Size chosen = size != null ? size : quick ? Size.S : Size.M;
        List<Measured> all = new ArrayList<>();
        try (ExitSignal _ = ExitSignal.listen();
                TemporaryFolder folder = TemporaryFolder.create("neo-bench");
                Ground ground = new Ground(folder.path(), progress, quick, chosen)) {
            for (Scenario scenario : scenarios) {
                Measured measured = measure(scenario, ground);
                progress.note(measured.summary());
                all.add(measured);
            }
        }
        report(new Report(all, quick, chosen));
        return all.stream().allMatch(measured -> measured.failure() == null) ? 0 : 1;
    }

    private static Measured measure(Scenario scenario, Ground ground) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            List<Row> rows = scenario.run(ground);
            return new Measured(scenario.name(), rows, (System.nanoTime() - begun) / 1e9, null);
        } catch (IOException | SQLException | RuntimeException e) {
            // the others are measured all the same; the report names it, and so does the exit code
            return new Measured(scenario.name(), List.of(), (System.nanoTime() - begun) / 1e9, e);
        }
    }

    private void report(Report report) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        report.print(out);
        out.flush();
        if (json != null) {
            Files.writeString(json, Json.of(report.json()) + "\n");
        }
        if (html != null) {
            Files.writeString(html, Page.of(report));
        }
    }

    /**
     * What became of a scenario.
     *
     * @param failure null unless it could not be measured
     */
    record Measured(
            String scenario,
            List<Row> rows,
            double seconds,
            @Nullable Exception failure) {

        Measured {
            rows = List.copyOf(rows);
        }

        String summary() {
            String end = failure == null ? "measured" : "FAILED: " + reason(failure);
            return String.format(Locale.ROOT, "%-24s %s in %.1f s", scenario, end, seconds);
        }

        private static String reason(Throwable failure) {
            Throwable cause = failure.getCause();
            return cause == null ? failure.toString() : failure + "; " + reason(cause);
        }
    }
}
