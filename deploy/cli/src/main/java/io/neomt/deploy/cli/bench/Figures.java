package io.neomt.deploy.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one way of making tenants took.
 *
 * @param way how they were made
 * @param each how long each took by itself, one after the other
 * @param endToEnd from the request of each to its end, one after the other; empty where there is no request
 * @param perSecond how many were made in a second, several at once
 */
record Figures(String way, List<Duration> each, List<Duration> endToEnd, double perSecond) {

    static double millis(List<Duration> all, double share) {
        if (all.isEmpty()) {
            return 0;
        }
        List<Duration> sorted = all.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)).toNanos() / 1e6;
    }

    /** The columns of {@link #HEADINGS}. */
    String[] row() {
        return new String[] {
            way, number(perSecond), text(each, 0.5), text(each, 0.99), text(endToEnd, 0.5), text(endToEnd, 0.99)
        };
    }

    static final String[] HEADINGS = {
        "way", "tenants/s", "p50 ms", "p99 ms", "request to active p50 ms", "request to active p99 ms"
    };

    Map<String, Object> json() {
        return Map.of(
                "way", way,
                "count", each.size(),
                "per_second", perSecond,
                "p50_ms", millis(each, 0.5),
                "p99_ms", millis(each, 0.99),
                "end_to_end_p50_ms", millis(endToEnd, 0.5),
                "end_to_end_p99_ms", millis(endToEnd, 0.99));
    }

    private static String text(List<Duration> all, double share) {
        return all.isEmpty() ? "-" : number(millis(all, share));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
