package io.neomt.migration.plan.lint;

import java.util.List;

/** The tables that a change names. */
final class Named {

    private Named() {}

    static List<String> tables(Change change) {
        return switch (change) {
            case Change.Made it -> List.of(it.name());
            case Change.IndexMade it -> List.of(it.table());
            case Change.IndexDropped it -> List.of(it.index());
            case Change.Reindexed it -> List.of(it.name());
            case Change.ColumnAdded it -> List.of(it.table());
            case Change.TypeChanged it -> List.of(it.table());
            case Change.NotNullSet it -> List.of(it.table());
            case Change.ConstraintAdded it -> List.of(it.table());
            case Change.ConstraintValidated it -> List.of(it.table());
            case Change.Renamed it -> List.of(it.table());
            case Change.Dropped it -> List.of(it.table());
            case Change.Rewritten it -> List.of(it.table());
            case Change.AllRowsChanged it -> List.of(it.table());
            case Change.Truncated it -> List.of(it.table());
            case Change.Locked it -> List.of(it.table());
            case Change.TransactionControlled _, Change.SessionSet _, Change.Procedural _ -> List.of();
        };
    }
}
