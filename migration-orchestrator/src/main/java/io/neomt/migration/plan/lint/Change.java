package io.neomt.migration.plan.lint;

import java.util.Set;

/** What a statement does, as far as somebody has something to say about it. Names are as they are written. */
public sealed interface Change {

    /** A table, view or the like is there that was not before. */
    record Made(String name) implements Change {}

    /** @param index empty where PostgreSQL names it */
    record IndexMade(String table, String index, boolean concurrently) implements Change {}

    record IndexDropped(String index, boolean concurrently) implements Change {}

    record Reindexed(String name, boolean concurrently) implements Change {}

    record ColumnAdded(String table, String column, Set<Trait> traits) implements Change {
        public ColumnAdded {
            traits = Set.copyOf(traits);
        }
    }

    record TypeChanged(String table, String column, String type, boolean computed) implements Change {}

    record NotNullSet(String table, String column) implements Change {}

    /**
     * @param checked whether the rows that are there are looked at
     * @param expression of a check; empty for any other
     */
    record ConstraintAdded(String table, String name, Kind kind, boolean checked, String expression)
            implements Change {}

    record ConstraintValidated(String table, String name) implements Change {}

    /** @param what for people, such as "the column notes.body" */
    record Renamed(String table, String what) implements Change {}

    /** @param what for people, such as "the column notes.body" */
    record Dropped(String table, String what) implements Change {}

    /** @param how the statement's own words for it */
    record Rewritten(String table, String how) implements Change {}

    /** By a statement that names no rows: all of them. */
    record AllRowsChanged(String table) implements Change {}

    record Truncated(String table) implements Change {}

    record Locked(String table) implements Change {}

    /** @param how the statement's own words for it */
    record TransactionControlled(String how) implements Change {}

    /** For longer than the transaction. */
    record SessionSet(String setting) implements Change {}

    /** Code that is looked at when it runs only. */
    record Procedural() implements Change {}

    /** What a new column has. */
    enum Trait {
        NOT_NULL,
        DEFAULT,
        /** Another value for each row that is there. */
        VOLATILE_DEFAULT,
        /** Computed for each row that is there. */
        STORED,
        CHECK,
        REFERENCES,
        UNIQUE
    }

    /** Of a constraint. */
    enum Kind {
        CHECK,
        FOREIGN_KEY,
        NOT_NULL,
        UNIQUE,
        /** Unique by an index that is there already. */
        BY_INDEX,
        EXCLUDE
    }
}
