package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Target;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs as they are kept: every change of a claimed run is made only while the claim is the newest. */
public interface Runs {

    /**
     * Keeps a new run, which is going to be worked at.
     *
     * @throws SchemaTakenException when a schema of it is in another run that has not ended
     */
    void begin(RunPlan plan);

    /** A run that is running and that nobody works at. */
    Optional<Claim> claim();

    /** @return false when the run is no longer to be worked at by this claim: paused, aborted, or another's */
    boolean renew(Claim claim);

    /** What is left of the first wave that has anything left; empty when all is done. */
    Optional<Wave> next(Claim claim);

    /**
     * Keeps what became of some schemas of a wave.
     *
     * @return false when the claim is no longer the newest
     */
    boolean record(Claim claim, int wave, List<Result> results);

    /** @return false when the claim is no longer the newest */
    boolean stop(Claim claim, String reason);

    /** @return false when the claim is no longer the newest */
    boolean done(Claim claim);

    /**
     * @param careful whether nothing may fail in it
     * @param size of the whole wave
     * @param failed of those that are not left
     */
    record Wave(int number, boolean careful, int size, int failed, List<Numbered> left) {

        public Wave {
            left = List.copyOf(left);
        }
    }

    /**
     * A target by its number in the run.
     *
     * @param to the version that it is brought to
     */
    record Numbered(int number, Target target, SchemaVersion to) {}

    /**
     * What became of a schema.
     *
     * @param error null where it is at the version now
     */
    record Result(
            Numbered target,
            int attempts,
            long millis,
            @Nullable Failure error) {}

    /** @param sqlstate null where PostgreSQL has not said anything */
    record Failure(@Nullable String sqlstate, String message) {}

    /** The run that holds a schema. */
    final class SchemaTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable UUID run;

        public SchemaTakenException(@Nullable UUID run, Throwable cause) {
            super("another run holds a schema of this one", cause);
            this.run = run;
        }

        public Optional<UUID> run() {
            return Optional.ofNullable(run);
        }
    }
}
