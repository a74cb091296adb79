package io.neomt.deploy.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What making tenants took.
 *
 * @param flyway for the schema alone
 * @param script for the schema alone
 * @param many null unless {@code count} were made in one go
 */
record ProvisioningFigures(
        Figures flyway,
        Figures script,
        Figures cold,
        Figures stocked,
        @Nullable Figures many,
        int count) {

    private static final int COLD_MILLIS = 25;
    private static final int STOCKED_MILLIS = 5;
    private static final int ACTIVE_MILLIS = 100;
    private static final int MANY_SECONDS = 30;
    private static final int OF = 1_000;

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(worker(cold, script, COLD_MILLIS).with("flyway", flyway.json()).with("script", script.json()));
        rows.add(worker(stocked, script, STOCKED_MILLIS));
        rows.add(active(cold));
        rows.add(active(stocked));
        rows.add(Row.of("tenants made side by side, cold", cold.perSecond(), "tenants/s")
                .beside(script.way(), script.perSecond()));
        if (many != null) {
            double seconds = count / many.perSecond();
            rows.add(Row.of(count + " tenants in one go", seconds, "s")
                    .goal("1,000 in ≤ 30 s", seconds * OF / count <= MANY_SECONDS));
        }
        return rows;
    }

    private static Row worker(Figures way, Figures limit, int goal) {
        double median = Figures.millis(way.each(), 0.5);
        return Row.of("provisioning " + way.way() + ", worker, p50", median, "ms")
                .beside(limit.way(), Figures.millis(limit.each(), 0.5))
                .goal("≤ " + goal + " ms", median <= goal)
                .with(way.json());
    }

    private static Row active(Figures way) {
        double median = Figures.millis(way.endToEnd(), 0.5);
        return Row.of("provisioning " + way.way() + ", request to active, p50", median, "ms")
                .goal("≤ " + ACTIVE_MILLIS + " ms", median <= ACTIVE_MILLIS);
    }
}
