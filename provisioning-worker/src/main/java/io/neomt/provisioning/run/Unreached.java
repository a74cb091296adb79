package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.End.Broke;
import io.neomt.provisioning.run.End.Lost;
import io.neomt.provisioning.run.End.Reached;
import io.neomt.provisioning.run.End.Waits;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Unfinished;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.provisioning.run.Reports.Placed;
import io.neomt.provisioning.run.Reports.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows when a step of making a tenant did not come to its end: another attempt, or the tenant is given up. */
final class Unreached {

    /** A tenant is given up after as many attempts that failed for a reason which does not pass by itself. */
    static final int MOST_ATTEMPTS = 5;

    private final Ports ports;
    private final Claim claim;
    private final StepLog log;

    Unreached(Ports ports, Claim claim, StepLog log) {
        this.ports = ports;
        this.claim = claim;
        this.log = log;
    }

    Outcome end(Step step, End end, Optional<Placed> place) {
        return switch (end) {
            case Reached _ -> throw new IllegalArgumentException("step " + step + " was reached");
            case Lost lost -> later(new Interrupted(lost.reason()), false);
            case Waits waits -> told(step, place, later(new Blocked(waits.reason()), false));
            case Broke broke -> broke(step, broke, place);
        };
    }

    private Outcome broke(Step step, Broke broke, Optional<Placed> place) {
        if (broke.passing()) {
            return told(step, place, later(new Interrupted(broke.reason()), false));
        }
        if (claim.attempts() + 1 < MOST_ATTEMPTS) {
            return told(step, place, later(new Interrupted(broke.reason()), true));
        }
        return ports.operations()
                .giveUp(claim, log.all(), new Failure(step, broke.reason()))
                .<Outcome>map(given -> new Compensation(ports, given).run())
                .orElseGet(Elsewhere::new);
    }

    private Unfinished later(Unfinished outcome, boolean counted) {
        ports.operations()
                .release(claim, log.all(), outcome.reason(), counted, BackOff.after(outcome, claim.attempt()));
        return outcome;
    }

    /** The same reason is told once. That it cannot be told now changes nothing: the next attempt is made all the same. */
    private Outcome told(Step step, Optional<Placed> place, Unfinished outcome) {
        if (step != Step.ACTIVATE && !claim.waitingFor().equals(Optional.of(outcome.reason()))) {
            StepResult waits =
                    new StepResult(step, claim.attempt(), StepResult.Outcome.WAITING, lastMillis(), outcome.reason());
            List<StepResult> before = log.untold().stream()
                    .filter(result -> result.step() != step)
                    .toList();
            List<StepResult> all = new ArrayList<>(before);
            all.add(waits);
            Reports.Answer unused = ports.reports()
                    .provisioning(
                            claim.wish().tenant(),
                            claim.key("waits"),
                            Report.of(all).at(place));
        }
        return outcome;
    }

    private long lastMillis() {
        List<StepResult> all = log.all();
        return all.isEmpty() ? 0 : all.getLast().millis();
    }
}
