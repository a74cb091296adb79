package io.neomt.query.store;

import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** The columns that say when and on what condition something exists. */
record TermColumns(Field<Instant> validFrom, Field<Instant> expiresAt, Field<String> condition) {

    static TermColumns of(Table<?> table) {
        return new TermColumns(
                column(table, "valid_from", Instant.class),
                column(table, "expires_at", Instant.class),
                column(table, "condition", String.class));
    }

    Terms read(Record row) {
        return Terms.of(row.get(validFrom), row.get(expiresAt), row.get(condition));
    }

    static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name, type));
    }
}
