package io.neomt.deploy.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws a curve as SVG. */
final class Chart {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 180;
    private static final int LEFT = 60;
    private static final int BELOW = 34;

    private Chart() {}

    static String of(String row, Curve curve) {
        double leftmost = curve.xs().stream().mapToDouble(x -> x).min().orElse(0);
        double rightmost = curve.xs().stream().mapToDouble(x -> x).max().orElse(1);
        double highest = curve.ys().stream().mapToDouble(y -> y).max().orElse(1);
        List<Double> across = scaled(curve.xs(), leftmost, rightmost);
        List<Double> up = scaled(curve.ys(), 0, highest);
        String points = IntStream.range(0, across.size())
                .mapToObj(i -> point(across.get(i), up.get(i)))
                .collect(Collectors.joining(" "));
        return """
            <figure><figcaption>%s</figcaption>
            <svg width="%d" height="%d" role="img"><g stroke="#bbb" fill="none"><path d="M%d,0 V%d H%d"/></g>
            <polyline fill="none" stroke="#2563eb" stroke-width="1.5" points="%s"/>
            <text x="%d" y="11" text-anchor="end">%s</text><text x="%d" y="%d" text-anchor="end">0</text>
            <text x="%d" y="%d">%s</text><text x="%d" y="%d" text-anchor="end">%s</text>
            <text x="%d" y="%d">%s over %s</text></svg></figure>""".formatted(
                        Page.escaped(row + ": " + curve.title()),
                        LEFT + WIDTH,
                        HEIGHT + BELOW,
                        LEFT,
                        HEIGHT,
                        LEFT + WIDTH,
                        points,
                        LEFT - 5,
                        number(highest),
                        LEFT - 5,
                        HEIGHT,
                        LEFT,
                        HEIGHT + 13,
                        number(leftmost),
                        LEFT + WIDTH,
                        HEIGHT + 13,
                        number(rightmost),
                        LEFT,
                        HEIGHT + BELOW - 5,
                        Page.escaped(curve.y()),
                        Page.escaped(curve.x()));
    }

    /** From 0 to 1. */
    private static List<Double> scaled(List<Double> values, double from, double to) {
        double range = to > from ? to - from : 1;
        return values.stream().map(value -> (value - from) / range).toList();
    }

    private static String point(double across, double up) {
        return String.format(Locale.ROOT, "%.1f,%.1f", LEFT + across * WIDTH, HEIGHT - up * HEIGHT);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
