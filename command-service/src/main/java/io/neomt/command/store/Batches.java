package io.neomt.command.store;

import java.util.Collections;
import java.util.List;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableRecord;

/** Many rows in one round trip. Their statement is made once: jOOQ's own batches of records make it anew for each. */
final class Batches {

    private Batches() {}

    static <R extends TableRecord<R>> void insert(DSLContext dsl, Table<R> table, List<R> rows) {
        BatchBindStep batch = dsl.batch(
                dsl.insertInto(table, table.fields()).values(Collections.nCopies(table.fields().length, null)));
        for (R row : rows) {
            batch = batch.bind(row.intoArray());
        }
        batch.execute();
    }
}
