package io.neomt.migration.run;

import java.util.Optional;

/**
 * Works at one run after the other, wave by wave. A run whose claim was lost is left to whoever has it now: a schema that
 * both reach is migrated once, since each looks at it under its lock.
 */
public final class Conductor {

    private final Runs runs;
    private final SchemaMigrator migrator;
    private final Pause pause;
    private final RunObserver observer;

    /** Lets time pass. */
    public interface Pause {

        /** @param millis at least 0 */
        void of(long millis) throws InterruptedException;
    }

    public Conductor(Runs runs, SchemaMigrator migrator, Pause pause, RunObserver observer) {
        this.runs = runs;
        this.migrator = migrator;
        this.pause = pause;
        this.observer = observer;
    }

    /** Works until there is nothing to work at. */
    public void work() throws InterruptedException {
        Optional<Claim> claim = runs.claim();
        while (claim.isPresent()) {
            work(claim.get());
            claim = runs.claim();
        }
    }

    private void work(Claim claim) throws InterruptedException {
        observer.begun(claim);
        Attempts attempts = new Attempts(claim.spec().goesBack() ? migrator::rollBack : migrator::migrate, pause);
        Optional<Runs.Wave> wave = runs.next(claim);
        while (wave.isPresent()) {
            if (!new WaveRun(runs, attempts, observer, claim, wave.get()).run()) {
                return;
            }
            wave = runs.next(claim);
        }
        if (runs.done(claim)) {
            observer.done(claim);
        }
    }
}
