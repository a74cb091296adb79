package io.neomt.projection.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The values of many rows, one array for each column, so that a statement has the same text whatever the number of rows
 * and takes one round trip. The statement names the arrays {@code {0}}, {@code {1}} … in the order of the calls.
 */
final class Columns<T> {

    private final List<T> rows;
    private final List<Field<?>> arrays = new ArrayList<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> uuid(Function<T, UUID> value) {
        arrays.add(DSL.val(rows.stream().map(value).toArray(UUID[]::new)));
        return this;
    }

    Columns<T> text(Function<T, @Nullable String> value) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        arrays.add(DSL.val(values));
        return this;
    }

    Columns<T> number(Function<T, Long> value) {
        arrays.add(DSL.val(rows.stream().map(value).toArray(Long[]::new)));
        return this;
    }

    /** In ISO form, which the statement casts. */
    Columns<T> time(Function<T, @Nullable Instant> value) {
        return text(row -> {
            @Nullable Instant at = value.apply(row);
            return at == null ? null : at.toString();
        });
    }

    Field<?>[] arrays() {
        return arrays.toArray(Field<?>[]::new);
    }

    /** The statement with these arrays; empty when there are no rows for it. */
    Stream<SQL> in(String sql) {
        return rows.isEmpty() ? Stream.empty() : Stream.of(DSL.sql(sql, arrays()));
    }
}
