package io.neomt.migration.config;

import io.neomt.migration.store.MigrationTurns;
import io.neomt.migration.trigger.Cause;
import io.neomt.migration.trigger.Timetable;
import io.neomt.migration.trigger.Triggers;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what differs, and brings up to date what is behind, once for all orchestrators. */
record NightlyRun(MigrationTurns turns, Triggers triggers, DriftMetrics drift) implements Timetable.Duty {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);
    private static final String DUTY = "migrations";

    @Override
    public boolean take(Instant due) {
        boolean mine = turns.take(DUTY, due);
        if (!mine) {
            drift.forget();
        }
        return mine;
    }

    /** Compared first, since nothing can be said of a schema that is migrated meanwhile. */
    @Override
    public void fulfil(Instant due) {
        try {
            drift.scan();
        } finally {
            triggers.begin(new Cause.Due(due));
        }
    }

    @Override
    public void failed(RuntimeException failure) {
        LOG.warn("what was due could not be done; the next time it is tried again: {}", failure.toString());
    }
}
