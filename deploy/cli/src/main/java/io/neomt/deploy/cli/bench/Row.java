package io.neomt.deploy.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param limit what it is compared with; null where nothing below it was measured
 * @param goal null where it is only to be known
 * @param details further figures, by names in snake_case: texts, numbers, lists and maps of such
 * @param curves for the page
 */
record Row(
        String what,
        double figure,
        String unit,
        @Nullable Limit limit,
        @Nullable Goal goal,
        Map<String, Object> details,
        List<Curve> curves) {

    Row {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        curves = List.copyOf(curves);
    }

    /**
     * Something that was measured in the same run.
     *
     * @param figure in the unit of the row
     */
    record Limit(String name, double figure) {}

    /** @param text what was to be reached, in words */
    record Goal(String text, boolean reached) {}

    static Row of(String what, double figure, String unit) {
        return new Row(what, figure, unit, null, null, Map.of(), List.of());
    }

    Row beside(String limitName, double limitFigure) {
        return new Row(what, figure, unit, new Limit(limitName, limitFigure), goal, details, curves);
    }

    Row goal(String text, boolean reached) {
        return new Row(what, figure, unit, limit, new Goal(text, reached), details, curves);
    }

    Row with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Row(what, figure, unit, limit, goal, more, curves);
    }

    Row with(Map<String, ?> values) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.putAll(values);
        return new Row(what, figure, unit, limit, goal, more, curves);
    }

    Row drawn(Curve curve) {
        List<Curve> more = new ArrayList<>(curves);
        more.add(curve);
        return new Row(what, figure, unit, limit, goal, details, more);
    }

    /** The figure in limits; null without one. */
    @Nullable
    Double ratio() {
        return limit == null || limit.figure() == 0 ? null : figure / limit.figure();
    }

    static final List<String> HEADINGS = List.of("what", "figure", "limit", "ratio", "goal", "reached");

    /** The columns of {@link #HEADINGS}. */
    List<String> columns() {
        Double ratio = ratio();
        return List.of(
                what,
                number(figure) + " " + unit,
                limit == null ? "-" : number(limit.figure()) + " " + unit + ": " + limit.name(),
                ratio == null ? "-" : number(ratio),
                goal == null ? "-" : goal.text(),
                goal == null ? "-" : goal.reached() ? "yes" : "NO");
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", what);
        json.put("figure", figure);
        json.put("unit", unit);
        if (limit != null) {
            json.put("limit", Map.of("name", limit.name(), "figure", limit.figure()));
        }
        Double ratio = ratio();
        if (ratio != null) {
            json.put("ratio", ratio);
        }
        if (goal != null) {
            json.put("goal", goal.text());
            json.put("reached", goal.reached());
        }
        json.put("details", details);
        json.put("curves", curves.stream().map(Curve::json).toList());
        return json;
    }

    /** With about three digits that count. */
    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
