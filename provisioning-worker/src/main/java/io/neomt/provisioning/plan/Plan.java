package io.neomt.provisioning.plan;

import io.neomt.event.DeploymentType;
import java.util.ArrayList;
import java.util.List;

/** What has to be done for a tenant, in its order. What there is already is left as it is by each step. */
public final class Plan {

    private Plan() {}

    /** Makes it what it shall be. */
    public static List<Step> provision(Wish wish) {
        List<Step> steps = new ArrayList<>(List.of(Step.PLACE));
        if (wish.type() == DeploymentType.DATABASE) {
            steps.add(Step.CREATE_DATABASE);
        }
        steps.add(Step.CREATE_SCHEMA);
        if (wish.realm()) {
            steps.add(Step.REALM);
        }
        steps.add(Step.ACTIVATE);
        return List.copyOf(steps);
    }

    /** Takes back what {@link #provision} made, the last first. */
    public static List<Step> compensate(Wish wish) {
        return wish.realm() ? List.of(Step.DROP_REALM, Step.DROP_SCHEMA) : List.of(Step.DROP_SCHEMA);
    }

    /** Takes it out of use; all of it is kept. */
    public static List<Step> close(Wish wish) {
        return wish.realm() ? List.of(Step.CLOSE_REALM) : List.of();
    }

    /** Removes all of it. What can be read goes last, so that nothing is filled again from what is gone. */
    public static List<Step> purge(Wish wish) {
        List<Step> steps = new ArrayList<>();
        if (wish.realm()) {
            steps.add(Step.DROP_REALM);
        }
        steps.add(Step.DROP_SCHEMA);
        steps.add(Step.CLEAR_CACHE);
        return List.copyOf(steps);
    }
}
