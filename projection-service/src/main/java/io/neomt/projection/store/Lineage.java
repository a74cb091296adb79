package io.neomt.projection.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Record;

/**
 * Roles, or teams, of which sets are made.
 *
 * @param wanted those whose sets are asked for
 * @param all those and their ancestors, from which they are made
 */
record Lineage<T>(List<T> wanted, List<T> all) {

    /** @param flag the column that says whether the row's set is asked for */
    static <T> Lineage<T> of(List<? extends Record> rows, int flag, Function<Record, T> read) {
        List<T> wanted = new ArrayList<>();
        List<T> all = new ArrayList<>();
        for (Record row : rows) {
            T item = read.apply(row);
            all.add(item);
            if (row.get(flag, boolean.class)) {
                wanted.add(item);
            }
        }
        return new Lineage<>(wanted, all);
    }
}
