package io.neomt.projection.store;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads lists that come as arrays, one for each of their columns, so that one row of a statement is one set. */
final class SetColumns {

    /** Arrays of the columns of terms, in this order, of rows named o. */
    static final String TERMS = """
            array_agg((extract(epoch FROM o.valid_from) * 1000)::bigint),
            array_agg((extract(epoch FROM o.expires_at) * 1000)::bigint),
            array_agg(o.condition)""";

    /** Arrays of the columns of a permission, in this order, of rows named o. */
    static final String PERMISSIONS = """
            array_agg(o.permission), array_agg(o.effect), array_agg(o.resource_type), array_agg(o.resource_id),
            """ + TERMS;

    static final int WIDTH_OF_TERMS = 3;
    static final int WIDTH_OF_PERMISSIONS = 4 + WIDTH_OF_TERMS;

    private final Record row;

    SetColumns(Record row) {
        this.row = row;
    }

    /** The items of a list, of which this column is an array that is nowhere null. */
    <T> List<T> list(int column, IntFunction<T> item) {
        @Nullable Object[] array = (Object[]) row.get(column);
        return array == null
                ? List.of()
                : IntStream.range(0, array.length).mapToObj(item).toList();
    }

    UUID id(int column, int i) {
        return (UUID) item(column, i);
    }

    /** @param first the first of the columns of terms */
    Terms terms(int first, int i) {
        return Terms.of(time(first, i), time(first + 1, i), (String) item(first + 2, i));
    }

    /** @param first the first of the columns of a permission */
    Permission permission(int first, int i) {
        return new Permission(
                PermissionPattern.parse((String) item(first, i)),
                item(first + 1, i).equals("allow") ? Effect.ALLOW : Effect.DENY,
                item(first + 2, i) == null
                        ? null
                        : new Instance((String) item(first + 2, i), (String) item(first + 3, i)),
                terms(first + 4, i));
    }

    private @Nullable Instant time(int column, int i) {
        @Nullable Object millis = item(column, i);
        return millis == null ? null : Instant.ofEpochMilli((Long) millis);
    }

    private Object item(int column, int i) {
        return ((Object[]) row.get(column))[i];
    }
}
