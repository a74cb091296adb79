package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.Plan;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Outcome.GivenUp;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Reports.Answer;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Answer.LookAgain;
import io.neomt.provisioning.run.Reports.Answer.Refused;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.provisioning.run.Reports.Report;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what was made of a tenant that is given up. It is called failed first: from then on nobody activates it,
 * not even a worker that has slept through the end of its lease.
 */
final class Compensation {

    private final Ports ports;
    private final Claim claim;
    private final Failure failure;
    private final StepLog log;

    Compensation(Ports ports, Claim claim) {
        this.ports = ports;
        this.claim = claim;
        this.failure = claim.failure().orElseThrow();
        this.log = new StepLog(ports.nanoTime(), claim.attempt(), StepResult.Outcome.COMPENSATED);
    }

    Outcome run() {
        return switch (tell("failed", Report.of(List.of()).failed(failure.step(), failure.reason()))) {
            case Accepted _, LookAgain _ -> takeBack();
            case TryAgain again -> later(again.reason());
            case Refused refused -> later(refused.reason());
        };
    }

    private Outcome takeBack() {
        Optional<String> kept = new Removing(ports, claim).takeAll(Plan.compensate(claim.wish()), log);
        if (kept.isPresent()) {
            return later(kept.get());
        }
        return switch (tell("compensated", Report.of(log.untold()))) {
            case Accepted _, LookAgain _ -> finish();
            case TryAgain again -> later(again.reason());
            case Refused refused -> later(refused.reason());
        };
    }

    private Outcome finish() {
        ports.operations().finish(claim, log.all(), false);
        return new GivenUp(failure.reason());
    }

    private Answer tell(String what, Report report) {
        return ports.reports().provisioning(claim.wish().tenant(), claim.key(what), report);
    }

    private Outcome later(String reason) {
        Interrupted outcome = new Interrupted(reason);
        ports.operations().release(claim, log.all(), outcome.reason(), false, BackOff.after(outcome, claim.attempt()));
        return outcome;
    }
}
