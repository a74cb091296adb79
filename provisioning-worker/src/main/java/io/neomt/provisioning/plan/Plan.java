package io.neomt.provisioning.plan;

import io.neomt.provisioning.plan.Step.Activate;
import io.neomt.provisioning.plan.Step.CreateSchema;
import io.neomt.provisioning.plan.Step.MigrateTemplate;
import io.neomt.provisioning.plan.Step.RecordVersion;
import java.util.ArrayList;
import java.util.List;

/** What a tenant needs less what it has. */
public final class Plan {

    private Plan() {}

    /**
     * The steps that are left, in their order; for an active tenant those that bring it to a newer template.
     *
     * @param shipped the version of the template that this build brings
     */
    public static List<Step> steps(Actual actual, TemplateVersion shipped) {
        if (actual.active()) {
            return isBehind(actual, shipped) ? List.of(new MigrateTemplate(), new RecordVersion(shipped)) : List.of();
        }
        List<Step> steps = new ArrayList<>();
        if (!actual.schemaExists()) {
            steps.add(new CreateSchema());
        }
        if (isBehind(actual, shipped)) {
            steps.add(new MigrateTemplate());
        }
        steps.add(new Activate(reached(actual, shipped)));
        return List.copyOf(steps);
    }

    private static boolean isBehind(Actual actual, TemplateVersion shipped) {
        return actual.templateVersion()
                .map(version -> version.compareTo(shipped) < 0)
                .orElse(true);
    }

    /** A newer worker may have been here before: its schema is used as it is. */
    private static TemplateVersion reached(Actual actual, TemplateVersion shipped) {
        return actual.templateVersion()
                .filter(version -> version.compareTo(shipped) > 0)
                .orElse(shipped);
    }
}
