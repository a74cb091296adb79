package io.neomt.deploy.cli.bench;

import java.util.List;
import java.util.Map;

/**
 * A line from point to point.
 *
 * @param x what the {@code xs} are, with their unit
 * @param y what the {@code ys} are, with their unit
 */
record Curve(String title, String x, String y, List<Double> xs, List<Double> ys) {

    Curve {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        if (xs.size() != ys.size()) {
            throw new IllegalArgumentException(title + " has " + xs.size() + " xs for " + ys.size() + " ys");
        }
    }

    Map<String, Object> json() {
        return Map.of("title", title, "x", x, "y", y, "xs", xs, "ys", ys);
    }
}
