package io.neomt.migration.plan.fleet;

import java.util.Optional;

/** When a run stops by itself: at any failure below the tenants or among the canaries, later at a share of a wave. */
public record Threshold(Policy policy) {

    /**
     * What has happened in a wave so far.
     *
     * @param careful whether it is one in which nothing may fail
     * @param size all schemas of the wave
     * @param inRow failures since the last success
     */
    public record Tally(boolean careful, int size, int failed, int inRow) {}

    /** Why the run has to stop; empty while it may go on. */
    public Optional<String> reached(Tally tally) {
        if (tally.failed() == 0) {
            return Optional.empty();
        }
        if (tally.careful()) {
            return Optional.of("a schema of a wave in which nothing may fail has failed");
        }
        if (tally.inRow() >= policy.inRow()) {
            return Optional.of(tally.inRow() + " schemas failed one after the other");
        }
        double share = 100.0 * tally.failed() / tally.size();
        return share > policy.tolerated()
                ? Optional.of("%d of %d schemas of the wave failed, more than %s percent"
                        .formatted(tally.failed(), tally.size(), policy.tolerated()))
                : Optional.empty();
    }
}
