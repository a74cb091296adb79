package io.neomt.projection.store;

import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The values of many rows, one array for each column, so that a statement has the same text whatever the number of rows
 * and takes one round trip. The statement names all arrays together, in the order of the calls, {@code $rows}.
 */
final class Columns<T> {

    /** The columns that {@link #terms} adds. */
    static final String TERMS = "valid_from, expires_at, condition";

    /** The values of {@link #TERMS}. */
    static final String TERMS_OF_X = "x.valid_from::timestamptz, x.expires_at::timestamptz, x.condition";

    /** The columns that {@link #permission} adds. */
    static final String PERMISSION = "permission, effect, resource_type, resource_id, " + TERMS;

    /** The values of {@link #PERMISSION}. */
    static final String PERMISSION_OF_X = "x.permission, x.effect, x.resource_type, x.resource_id, " + TERMS_OF_X;

    private static final String ROWS = "$rows";

    // named, since jOOQ makes the type of an array anew each time it has to find it out, and that is not cheap
    private static final DataType<UUID[]> UUIDS = SQLDataType.UUID.array();
    private static final DataType<String[]> TEXTS = SQLDataType.VARCHAR.array();
    private static final DataType<Long[]> NUMBERS = SQLDataType.BIGINT.array();
    private static final DataType<Boolean[]> FLAGS = SQLDataType.BOOLEAN.array();

    /** Every year has four digits, and PostgreSQL knows it; nothing that is checked happens before or after. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final List<T> rows;
    private final List<Field<?>> arrays = new ArrayList<>();

    Columns(List<T> rows) {
        this.rows = rows;
    }

    Columns<T> uuid(Function<T, @Nullable UUID> value) {
        @Nullable UUID[] values = new UUID[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        arrays.add(DSL.val(values, UUIDS));
        return this;
    }

    Columns<T> text(Function<T, @Nullable String> value) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Storable.text(value.apply(rows.get(i)));
        }
        arrays.add(DSL.val(values, TEXTS));
        return this;
    }

    Columns<T> number(Function<T, Long> value) {
        arrays.add(DSL.val(rows.stream().map(value).toArray(Long[]::new), NUMBERS));
        return this;
    }

    Columns<T> flag(Function<T, Boolean> value) {
        arrays.add(DSL.val(rows.stream().map(value).toArray(Boolean[]::new), FLAGS));
        return this;
    }

    /** In ISO form, which the statement casts. */
    Columns<T> time(Function<T, @Nullable Instant> value) {
        return text(row -> {
            @Nullable Instant at = value.apply(row);
            return at == null ? null : within(at).toString();
        });
    }

    static Instant within(Instant at) {
        if (at.isBefore(FIRST)) {
            return FIRST;
        }
        return at.isAfter(LAST) ? LAST : at;
    }

    Columns<T> terms(Function<T, Terms> value) {
        return time(row -> value.apply(row).validFrom())
                .time(row -> value.apply(row).expiresAt())
                .text(row -> value.apply(row).condition());
    }

    Columns<T> permission(Function<T, Permission> value) {
        return text(row -> value.apply(row).pattern().text())
                .text(row -> value.apply(row).effect() == Effect.ALLOW ? "allow" : "deny")
                .text(row -> type(value.apply(row).instance()))
                .text(row -> id(value.apply(row).instance()))
                .terms(row -> value.apply(row).terms());
    }

    private static @Nullable String type(@Nullable Instance instance) {
        return instance == null ? null : instance.type();
    }

    private static @Nullable String id(@Nullable Instance instance) {
        return instance == null ? null : instance.id();
    }

    Field<?>[] arrays() {
        return arrays.toArray(Field<?>[]::new);
    }

    /** The statement with these arrays; empty when there are no rows for it. */
    Stream<SQL> in(String sql) {
        String unnested = IntStream.range(0, arrays.size())
                .mapToObj(i -> "{" + i + "}")
                .collect(Collectors.joining(", ", "unnest(", ")"));
        return rows.isEmpty() ? Stream.empty() : Stream.of(DSL.sql(sql.replace(ROWS, unnested), arrays()));
    }
}
