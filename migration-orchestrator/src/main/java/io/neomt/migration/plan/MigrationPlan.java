package io.neomt.migration.plan;

import java.util.List;

/** What is to be done with a database. */
public sealed interface MigrationPlan {

    /** Everything that is shipped has been applied. */
    record UpToDate(SchemaVersion version) implements MigrationPlan {}

    /** These are still to be applied, in this order. */
    record Apply(List<ShippedMigration> pending) implements MigrationPlan {
        public Apply {
            pending = List.copyOf(pending);
        }
    }

    /** Touching the database could destroy something: a person has to look first. */
    sealed interface Refused extends MigrationPlan {

        /** Says what was found and what to do. */
        String message();
    }

    /** A newer build has migrated this database; an older one would misread it. */
    record TooNew(AppliedMigration newest, SchemaVersion shipped) implements Refused {
        @Override
        public String message() {
            return "the database is at version " + newest.version() + " but this build knows versions up to " + shipped
                    + " only: start the newer build, put " + newest.script() + " back where it is missing, or restore a"
                    + " backup of the older database";
        }
    }

    /** A migration broke off and left the database in between. */
    record Broken(AppliedMigration migration) implements Refused {
        @Override
        public String message() {
            return "migration " + migration.script() + " failed at " + migration.appliedAt()
                    + " and was not cleaned up: restore the database, or repair it and remove the failed row of the"
                    + " history";
        }
    }

    /** What was applied is not what is shipped under the same version. */
    record Changed(AppliedMigration applied) implements Refused {
        @Override
        public String message() {
            return "migration " + applied.version() + " (" + applied.script() + ") was changed after it had been"
                    + " applied: migrations are never edited, add a new one instead";
        }
    }

    /** What was applied is not there any more. */
    record Missing(AppliedMigration applied) implements Refused {
        @Override
        public String message() {
            return "migration " + applied.version() + " (" + applied.script() + ") was applied and its file is missing:"
                    + " put it back, as it was";
        }
    }

    /** The database skipped a version that is shipped. */
    record Gap(ShippedMigration missing, SchemaVersion current) implements Refused {
        @Override
        public String message() {
            return "migration " + missing.script() + " was never applied although the database is already at version "
                    + current + ": give the migration a version above " + current;
        }
    }
}
