package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.Runs.Failure;
import io.neomt.migration.run.Runs.Numbered;
import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.SchemaMigrator.NotMigratedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tries to migrate a schema, and again while the failure is one that passes by itself. */
final class Attempts {

    private static final int MOST = 8;
    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 5_000;

    private final Work work;
    private final Pace.Pause pause;

    /** Brings a schema to a version. */
    interface Work {

        void on(Target target, SchemaVersion to) throws NotMigratedException;
    }

    Attempts(Work work, Pace.Pause pause) {
        this.work = work;
        this.pause = pause;
    }

    /**
     * What became of it; empty when it was given up to be taken up later.
     *
     * @param ended asked before each further attempt
     * @param onRetry told of each failure that another attempt follows
     */
    Optional<Result> migrate(Numbered target, BooleanSupplier ended, Consumer<Result> onRetry) {
        long begun = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Optional<NotMigratedException> failure = once(target);
            Result result = new Result(
                    target,
                    attempt,
                    millisSince(begun),
                    failure.map(Attempts::failure).orElse(null));
            if (failure.isEmpty() || attempt == MOST || !failure.get().passing()) {
                return Optional.of(result);
            }
            onRetry.accept(result);
            if (ended.getAsBoolean() || !waited(attempt)) {
                return Optional.empty();
            }
        }
    }

    private Optional<NotMigratedException> once(Numbered target) {
        try {
            work.on(target.target(), target.to());
            return Optional.empty();
        } catch (NotMigratedException e) {
            return Optional.of(e);
        }
    }

    private boolean waited(int attempt) {
        try {
            pause.of(Duration.ofMillis(Math.min(LONGEST_MS, FIRST_MS << (attempt - 1))));
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Failure failure(NotMigratedException e) {
        return new Failure(e.sqlState(), Objects.requireNonNull(e.getMessage()));
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
