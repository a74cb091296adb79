package io.neomt.migration.config;

import io.neomt.migration.store.MigrationTurns;
import io.neomt.migration.trigger.Cause;
import io.neomt.migration.trigger.Timetable;
import io.neomt.migration.trigger.Triggers;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings up to date what is behind, once for all orchestrators. */
record NightlyRun(MigrationTurns turns, Triggers triggers) implements Timetable.Duty {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);
    private static final String DUTY = "migrations";

    @Override
    public boolean take(Instant due) {
        return turns.take(DUTY, due);
    }

    @Override
    public void fulfil(Instant due) {
        triggers.begin(new Cause.Due(due));
    }

    @Override
    public void failed(RuntimeException failure) {
        LOG.warn("what was due could not be done; the next time it is tried again: {}", failure.toString());
    }
}
