package io.neomt.migration.run;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.MigrationPlan.Broken;
import io.neomt.migration.plan.MigrationPlan.Refused;
import io.neomt.migration.plan.Planner;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.plan.fleet.Witnesses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the scripts are still those that were applied. A few schemas of each level are asked, not all, since a level has
 * the same scripts everywhere; a schema whose own history was spoiled is left to the run, which names it.
 */
public final class Validation {

    private final Supplier<Map<Level, List<Script>>> catalog;
    private final Histories histories;

    /** What was applied to schemas. */
    public interface Histories {

        /** Oldest first; empty where it cannot be read now. */
        Optional<List<AppliedMigration>> of(Target target);
    }

    /** @param catalog the scripts of each level, oldest first, none empty */
    public Validation(Supplier<Map<Level, List<Script>>> catalog, Histories histories) {
        this.catalog = catalog;
        this.histories = histories;
    }

    /**
     * Does nothing where they are, nor where no schema can be asked: what keeps them from it keeps the run, too.
     *
     * @param fleet everything that there is
     * @throws ScriptsChangedException when one was edited, taken away, or slipped in below what was applied
     */
    public void check(Scope scope, List<Target> fleet) {
        catalog.get().forEach((level, scripts) -> {
            if (scope.covers(level)) {
                check(scripts, Witnesses.of(level, fleet));
            }
        });
    }

    private void check(List<Script> scripts, List<Target> witnesses) {
        @Nullable ScriptsChangedException first = null;
        for (Target witness : witnesses) {
            MigrationPlan plan = plan(scripts, witness);
            if (plan != null && !(plan instanceof Refused)) {
                return;
            }
            if (first == null && plan instanceof Refused refused && !(refused instanceof Broken)) {
                first = new ScriptsChangedException(witness, refused.message());
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private @Nullable MigrationPlan plan(List<Script> scripts, Target witness) {
        return histories
                .of(witness)
                .map(applied -> Planner.plan(
                        new SchemaState(scripts.stream().map(Script::shipped).toList(), applied)))
                .orElse(null);
    }

    /** What was applied is not what is there now. Names the script, and what to do. */
    public static final class ScriptsChangedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String schema;

        ScriptsChangedException(Target seen, String message) {
            super(message);
            this.schema = seen.name();
        }

        /** Where it was seen: a tenant, or a connection with a schema. */
        public String schema() {
            return schema;
        }
    }
}
