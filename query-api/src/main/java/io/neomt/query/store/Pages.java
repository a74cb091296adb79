package io.neomt.query.store;

import static org.jooq.impl.DSL.lower;

import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What all lists have in common. */
final class Pages {

    private Pages() {}

    /** A page of the rows, and their number, from the transaction's one snapshot. */
    static <R extends Record, T> Page<T> of(
            DSLContext dsl,
            Table<R> table,
            Condition condition,
            Sort sort,
            PageRange range,
            RecordMapper<? super R, T> mapper) {
        long total = dsl.fetchCount(table, condition);
        return new Page<>(
                dsl.selectFrom(table)
                        .where(condition)
                        .orderBy(sort.first(), sort.then())
                        .limit(range.size())
                        .offset(range.offset())
                        .fetch(mapper),
                total);
    }

    /** Sorted by two columns of which the second is unique, so that pages do not overlap. */
    record Sort(Field<?> first, Field<?> then) {}

    /** Without regard to case; true for all rows where nothing is asked for. */
    static Condition startsWith(Field<String> column, @Nullable String prefix) {
        return prefix == null ? DSL.noCondition() : lower(column).startsWith(prefix.toLowerCase(Locale.ROOT));
    }

    static <T> Condition equal(Field<T> column, @Nullable T value) {
        return value == null ? DSL.noCondition() : column.eq(value);
    }
}
