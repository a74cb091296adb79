package io.neomt.deploy.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The steps of the demo as they pass, each with its time; ends at the first step that fails. */
final class DemoReport {

    /** @param millis how long the step took */
    record Step(String title, long millis) {}

    /**
     * A check whose answer a command turned.
     *
     * @param millis from sending the command to the first new answer
     */
    record Flip(String check, boolean allowed, String reason, double millis, boolean withToken) {}

    private final List<Step> steps = new ArrayList<>();
    private final List<Flip> flips = new ArrayList<>();
    private final Consumer<String> out;

    DemoReport(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Does one step.
     *
     * @throws DemoFailedException when the step fails; names it
     */
    <T> T step(String title, Callable<T> action) {
        out.accept("");
        out.accept("▸ " + title);
        long begun = System.nanoTime();
        try {
            T result = action.call();
            steps.add(new Step(title, (System.nanoTime() - begun) / 1_000_000));
            return result;
        } catch (Exception failure) {
            throw new DemoFailedException(title, failure);
        }
    }

    void flipped(Flip flip) {
        flips.add(flip);
        out.accept(String.format(
                Locale.ROOT,
                "    check %-44s → %-7s (%s)   %6.1f ms from command to answer%s",
                flip.check(),
                flip.allowed() ? "allowed" : "denied",
                flip.reason(),
                flip.millis(),
                flip.withToken() ? ", with token" : ""));
    }

    void say(String line) {
        out.accept("    " + line);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<Flip> flips() {
        return List.copyOf(flips);
    }
}
