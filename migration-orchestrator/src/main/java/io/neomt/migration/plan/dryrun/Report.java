package io.neomt.migration.plan.dryrun;

import io.neomt.migration.plan.lint.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run would do. Nothing of it was kept.
 *
 * @param passed whether every script that is pending could be run everywhere it was tried
 * @param to the version that each level would be brought to
 * @param findings of lint in the scripts that are pending
 */
public record Report(
        boolean passed,
        int schemas,
        Map<String, String> to,
        List<Wave> waves,
        List<Sample> samples,
        List<Finding> findings) {

    public Report {
        to = Map.copyOf(to);
        waves = List.copyOf(waves);
        samples = List.copyOf(samples);
        findings = List.copyOf(findings);
    }

    public record Wave(int number, int size, boolean careful) {}

    /**
     * One schema that stands for those at the same version.
     *
     * @param from null where it was never migrated
     * @param schemas how many it stands for
     * @param refused why nothing was tried at it; null where it was
     */
    public record Sample(
            String level,
            @Nullable String tenant,
            String schema,
            @Nullable String from,
            int schemas,
            List<Tried> scripts,
            @Nullable String refused) {

        public Sample {
            scripts = List.copyOf(scripts);
        }

        public boolean passed() {
            return refused == null && scripts.stream().allMatch(Tried::passed);
        }
    }

    /** Where a script was tried. */
    public enum Where {
        /** In the schema, in a transaction that was rolled back. */
        ROLLED_BACK,
        /** In a copy of it that has no rows and is gone: it cannot run in a transaction. */
        CLONE,
        /** What comes before it has failed, or it names schemas and cannot run in a transaction. */
        NOT_RUN
    }

    public record Tried(String script, Where where, List<Step> statements) {

        public Tried {
            statements = List.copyOf(statements);
        }

        public boolean passed() {
            return statements.stream().allMatch(step -> step.error() == null);
        }
    }

    /**
     * One statement.
     *
     * @param line where it begins in its script
     * @param rows that it has changed, 0 for one that changes none
     * @param locks that it took beyond those that the script had before, on relations that others may use; none of a clone
     * @param rewrites relations that were written anew
     */
    public record Step(
            int line,
            String statement,
            double millis,
            long rows,
            List<Lock> locks,
            List<Rewrite> rewrites,
            @Nullable Failure error) {

        public Step {
            locks = List.copyOf(locks);
            rewrites = List.copyOf(rewrites);
        }
    }

    /**
     * @param mode as {@code pg_locks} names it
     * @param blocks what others cannot do meanwhile
     */
    public record Lock(String relation, String mode, String blocks, long bytes, long rows) {}

    /** @param kind {@code table} or {@code index} */
    public record Rewrite(String relation, String kind, long bytes, long rows) {}

    public record Failure(@Nullable String sqlstate, String message) {}
}
