package io.neomt.provisioning.web;

import io.neomt.provisioning.plan.Progress;
import io.neomt.provisioning.plan.Progress.StepState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the provisioning endpoint.
 *
 * @param connectionName where the schema is, or will be; null while there is none for the region
 * @param templateVersion of the schema; null before the first migration
 * @param waitingFor why it is not done yet; null where nothing is known to be in the way
 */
record ProvisioningStatus(
        String tenantId,
        String slug,
        String status,
        String region,
        String schemaName,
        @Nullable String connectionName,
        @Nullable String templateVersion,
        List<Step> steps,
        @Nullable String waitingFor) {

    /** @param completedAt null where it is not known, or not done */
    record Step(String name, String status, @Nullable Instant completedAt) {

        private static Step of(StepState step) {
            return new Step(
                    step.name(),
                    step.done() ? "completed" : "pending",
                    step.doneAt().orElse(null));
        }
    }

    static List<Step> steps(Progress progress) {
        return progress.steps().stream().map(Step::of).toList();
    }
}
