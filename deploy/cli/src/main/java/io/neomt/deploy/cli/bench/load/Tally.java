package io.neomt.deploy.cli.bench.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What came of a lane. For one thread. */
final class Tally implements Answers {

    private static final long NANOS = 1_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_OF_MILLI = 1e6;
    private static final List<Double> SHARES = List.of(
            0.0, 10.0, 25.0, 50.0, 60.0, 70.0, 75.0, 80.0, 85.0, 90.0, 92.5, 95.0, 97.0, 98.0, 99.0, 99.5, 99.9, 99.99,
            100.0);

    private final Histogram took = new Histogram(DIGITS);
    private final long[] perSecond;
    private long refused;

    Tally(int seconds) {
        perSecond = new long[seconds];
    }

    @Override
    public void add(long at, long nanos, boolean good) {
        took.recordValue(Math.max(0, nanos));
        perSecond[(int) (at / NANOS)]++;
        if (!good) {
            refused++;
        }
    }

    long refused() {
        return refused;
    }

    /** Which as large a share of the answers, in percent, took at the most. */
    double millis(double share) {
        return took.getValueAtPercentile(share) / NANOS_OF_MILLI;
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answers", took.getTotalCount());
        json.put("refused", refused);
        json.put("per_second", (double) took.getTotalCount() / perSecond.length);
        json.put("mean_ms", took.getMean() / NANOS_OF_MILLI);
        json.put("shares", SHARES);
        json.put("share_ms", SHARES.stream().map(this::millis).toList());
        List<Long> seconds = new ArrayList<>();
        for (long answers : perSecond) {
            seconds.add(answers);
        }
        json.put("answers_by_second", seconds);
        return json;
    }
}
