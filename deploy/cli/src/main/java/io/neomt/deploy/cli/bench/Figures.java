package io.neomt.deploy.cli.bench;

import java.time.Duration;
import java.util.List;
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
}
