package io.neomt.migration.run;

import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.MigrationPlan.Apply;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.MigrationPlan.UpToDate;
import io.neomt.migration.plan.Planner;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Migrates the admin database once, at start. */
public final class AdminMigration {

    private final AdminSchema schema;
    private final Patience patience;
    private final Consumer<Duration> pause;

    /** @param pause lets the given time pass */
    public AdminMigration(AdminSchema schema, Patience patience, Consumer<Duration> pause) {
        this.schema = schema;
        this.patience = patience;
        this.pause = pause;
    }

    /**
     * What was done: {@link UpToDate} where nothing was pending, {@link Apply} with what has been applied.
     *
     * @throws MigrationFailedException when the database is refused or stays unreachable
     */
    public MigrationPlan run() {
        @Nullable DatabaseUnreachableException last = null;
        for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
            try {
                return once();
            } catch (DatabaseUnreachableException e) {
                last = e;
                if (attempt < patience.attempts()) {
                    pause.accept(patience.after(attempt));
                }
            }
        }
        throw new MigrationFailedException(
                "it could not be reached in " + patience.attempts() + " attempts: is it running, and are"
                        + " neo.admin-database.url, username and password right?",
                last);
    }

    private MigrationPlan once() {
        MigrationPlan plan = Planner.plan(schema.read());
        return switch (plan) {
            case UpToDate upToDate -> upToDate;
            case Apply apply -> apply(apply);
            case Refused refused -> throw new MigrationFailedException(refused.message());
        };
    }

    private MigrationPlan apply(Apply plan) {
        schema.apply();
        if (Planner.plan(schema.read()) instanceof Refused refused) {
            throw new MigrationFailedException(refused.message());
        }
        return plan;
    }
}
