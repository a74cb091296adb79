package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Target;
import org.jspecify.annotations.Nullable;

/** Brings one schema to a version, forth or back. */
public interface SchemaMigrator {

    /** Does nothing where it is there already. */
    void migrate(Target target, SchemaVersion to) throws NotMigratedException;

    /** Takes back what is above a version; does nothing where nothing is. */
    void rollBack(Target target, SchemaVersion to) throws NotMigratedException;

    /** The schema is as it was. */
    final class NotMigratedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final @Nullable String sqlState;
        private final boolean passing;

        /**
         * @param sqlState null where the database has not said anything
         * @param passing whether it may go well the next time, without anybody doing anything
         */
        public NotMigratedException(String message, @Nullable String sqlState, boolean passing, Throwable cause) {
            super(message, cause);
            this.sqlState = sqlState;
            this.passing = passing;
        }

        @Nullable
        String sqlState() {
            return sqlState;
        }

        boolean passing() {
            return passing;
        }
    }
}
