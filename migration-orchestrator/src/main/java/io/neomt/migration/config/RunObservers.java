package io.neomt.migration.config;

import io.neomt.migration.run.Claim;
import io.neomt.migration.run.RunObserver;
import io.neomt.migration.run.Runs.Result;
import io.neomt.migration.run.Runs.Wave;
import java.util.List;

/** Several who are told the same, in their order. */
record RunObservers(List<RunObserver> all) implements RunObserver {

    RunObservers {
        all = List.copyOf(all);
    }

    @Override
    public void begun(Claim claim) {
        all.forEach(each -> each.begun(claim));
    }

    @Override
    public void wave(Claim claim, Wave wave) {
        all.forEach(each -> each.wave(claim, wave));
    }

    @Override
    public void migrated(Claim claim, List<Result> results) {
        all.forEach(each -> each.migrated(claim, results));
    }

    @Override
    public void retried(Claim claim, Result attempt) {
        all.forEach(each -> each.retried(claim, attempt));
    }

    @Override
    public void stopped(Claim claim, String reason) {
        all.forEach(each -> each.stopped(claim, reason));
    }

    @Override
    public void left(Claim claim) {
        all.forEach(each -> each.left(claim));
    }

    @Override
    public void done(Claim claim) {
        all.forEach(each -> each.done(claim));
    }
}
