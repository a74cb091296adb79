package io.neomt.provisioning.run;

import io.neomt.commons.connections.DatabaseUnavailableException;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.End.Broke;
import io.neomt.provisioning.run.End.Lost;
import io.neomt.provisioning.run.End.Reached;
import io.neomt.provisioning.run.End.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The steps of one attempt with their times and ends; a step that throws has ended, too. */
final class StepLog {

    private final LongSupplier nanoTime;
    private final int attempt;
    private final StepResult.Outcome success;
    private final List<StepResult> results = new ArrayList<>();
    private int told;

    StepLog(LongSupplier nanoTime, int attempt, StepResult.Outcome success) {
        this.nanoTime = nanoTime;
        this.attempt = attempt;
        this.success = success;
    }

    End take(Step step, Supplier<End> work) {
        long start = nanoTime.getAsLong();
        End end = ended(work);
        long millis = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - start);
        switch (end) {
            case Reached reached -> add(step, success, millis, reached.detail());
            case Waits waits -> add(step, StepResult.Outcome.WAITING, millis, waits.reason());
            case Broke broke -> add(step, StepResult.Outcome.FAILED, millis, broke.reason());
            case Lost _ -> {}
        }
        return end;
    }

    private void add(Step step, StepResult.Outcome outcome, long millis, @Nullable String detail) {
        results.add(new StepResult(step, attempt, outcome, millis, detail));
    }

    private static End ended(Supplier<End> work) {
        try {
            return work.get();
        } catch (LeaseLostException e) {
            return new Lost(String.valueOf(e.getMessage()));
        } catch (StepFailedException e) {
            return new Broke(String.valueOf(e.getMessage()), e.passing());
        } catch (RealmsUnavailableException | DatabaseUnavailableException e) {
            return new Broke(String.valueOf(e.getMessage()), true);
        } catch (RuntimeException e) {
            return new Broke(e.getClass().getSimpleName() + ": " + e.getMessage(), false);
        }
    }

    List<StepResult> all() {
        return List.copyOf(results);
    }

    /** Those that were not told yet; they count as told from here on. */
    List<StepResult> untold() {
        List<StepResult> rest = List.copyOf(results.subList(told, results.size()));
        told = results.size();
        return rest;
    }
}
