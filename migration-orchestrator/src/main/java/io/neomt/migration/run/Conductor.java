package io.neomt.migration.run;

import java.util.Optional;

/**
 * Works at one run after the other, wave by wave. A run whose claim was lost is left to whoever has it now: a schema that
 * both reach is migrated once, since each looks at it under its lock.
 */
public final class Conductor {

    private final Runs runs;
    private final SchemaMigrator migrator;
    private final Pace pace;
    private final RunObserver observer;

    public Conductor(Runs runs, SchemaMigrator migrator, Pace pace, RunObserver observer) {
        this.runs = runs;
        this.migrator = migrator;
        this.pace = pace;
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
        Attempts attempts =
                new Attempts(claim.spec().goesBack() ? migrator::rollBack : migrator::migrate, pace.pause());
        Optional<Runs.Wave> wave = runs.next(claim);
        while (wave.isPresent()) {
            if (!new WaveRun(runs, attempts, pace, observer, claim, wave.get()).run()) {
                return;
            }
            wave = runs.next(claim);
        }
        if (runs.done(claim)) {
            observer.done(claim);
        }
    }
}
