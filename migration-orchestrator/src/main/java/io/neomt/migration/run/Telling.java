package io.neomt.migration.run;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tells what happened in runs, again and again until it is heard. Nothing waits for it. */
public final class Telling implements AutoCloseable {

    private static final long EVERY_MS = 250;

    private final Untold untold;
    private final Predicate<Batch> heard;
    private final Consumer<RuntimeException> onFailure;
    private final ScheduledExecutorService timer;

    /**
     * Steps of one run that are told at once.
     *
     * @param key under which they happen once, however often they are told
     * @param json as it is told
     */
    public record Batch(UUID run, UUID key, String json) {}

    /** What is still to be told. */
    public interface Untold {

        /**
         * Tells the oldest.
         *
         * @return whether there was any and it was heard; it is not told again then
         */
        boolean tell(Predicate<Batch> heard);
    }

    /**
     * @param heard tells a batch; false where it is to be told again
     * @param onFailure told what kept it from telling; it tries again
     */
    public Telling(Untold untold, Predicate<Batch> heard, Consumer<RuntimeException> onFailure, String name) {
        this.untold = untold;
        this.heard = heard;
        this.onFailure = onFailure;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name + "-steps").factory());
    }

    public void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::tellAll, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void tellAll() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                more = untold.tell(heard);
            }
        } catch (RuntimeException e) {
            // the timer would stop for ever if this left it
            onFailure.accept(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
