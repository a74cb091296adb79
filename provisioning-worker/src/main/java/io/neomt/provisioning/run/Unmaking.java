package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.Plan;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Operations.Kind;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Removed;
import io.neomt.provisioning.run.Reports.Answer;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Answer.LookAgain;
import io.neomt.provisioning.run.Reports.Answer.Refused;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import java.util.List;
import java.util.Optional;

/** One attempt to take a tenant out of use, or to remove all of it. It is never given up. */
final class Unmaking {

    private final Ports ports;
    private final Claim claim;
    private final StepLog log;
    private final Removing removing;

    Unmaking(Ports ports, Claim claim) {
        this.ports = ports;
        this.claim = claim;
        this.log = new StepLog(ports.nanoTime(), claim.attempt(), StepResult.Outcome.DONE);
        this.removing = new Removing(ports, claim);
    }

    Outcome run() {
        Optional<String> kept = removing.takeAll(steps(), log);
        if (kept.isPresent()) {
            return later(kept.get());
        }
        return switch (tell()) {
            case Accepted _, LookAgain _ -> finish();
            case TryAgain again -> later(again.reason());
            case Refused refused -> later(refused.reason());
        };
    }

    private List<Step> steps() {
        return claim.kind() == Kind.PURGE ? Plan.purge(claim.wish()) : Plan.close(claim.wish());
    }

    private Answer tell() {
        String key = claim.key(claim.kind().name());
        return claim.kind() == Kind.PURGE
                ? ports.reports().purged(claim.wish().tenant(), key, removing.removed())
                : ports.reports().deprovisioned(claim.wish().tenant(), key);
    }

    private Outcome finish() {
        ports.operations().finish(claim, log.all(), true);
        return new Removed();
    }

    private Outcome later(String reason) {
        Interrupted outcome = new Interrupted(reason);
        ports.operations().release(claim, log.all(), reason, false, BackOff.after(outcome, claim.attempt()));
        return outcome;
    }
}
