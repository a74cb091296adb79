package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.view.DatabaseRole;
import java.util.List;
import java.util.Optional;

/** Tells the command service what was done for a tenant; all of one report happens, or nothing. */
public interface Reports {

    /** @param key the same for the same report, so that one whose answer was lost is not taken twice */
    Answer provisioning(TenantId tenant, String key, Report report);

    Answer deprovisioned(TenantId tenant, String key);

    /** @param removed what there was, for people */
    Answer purged(TenantId tenant, String key, List<String> removed);

    /** Any part may be missing. */
    record Report(
            Optional<Placed> placement, List<StepResult> steps, Optional<Failure> failed, Optional<Active> active) {

        static Report of(List<StepResult> steps) {
            return new Report(Optional.empty(), steps, Optional.empty(), Optional.empty());
        }

        Report at(Optional<Placed> place) {
            return new Report(place, steps, failed, active);
        }

        Report failed(Step step, String reason) {
            return new Report(placement, steps, Optional.of(new Failure(step, reason)), active);
        }

        Report active(Active ready) {
            return new Report(placement, steps, failed, Optional.of(ready));
        }
    }

    record Placed(String connectionName, DatabaseRole role, List<String> reasons) {}

    record Failure(Step step, String reason) {}

    /** @param adminId by which the realm knows the first administrator */
    record Active(String connectionName, TemplateVersion version, Optional<String> adminId) {}

    /** What came of a report. */
    sealed interface Answer {

        record Accepted() implements Answer {}

        /** Something has changed meanwhile; what the tenant is now is to be looked up. */
        record LookAgain() implements Answer {}

        /** It did not work now, and passes by itself. */
        record TryAgain(String reason) implements Answer {}

        /** It was refused, and stays refused until somebody changes something. */
        record Refused(String reason) implements Answer {}
    }
}
