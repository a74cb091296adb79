package io.neomt.condition;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON values as the language's own. */
final class Values {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private Values() {}

    /** @throws IllegalArgumentException when it is no JSON value */
    static Object of(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case String text -> text;
            case Boolean truth -> truth;
            case BigInteger number -> integer(number);
            case Float number -> number.doubleValue();
            case Double number -> number;
            case BigDecimal number -> number.doubleValue();
            case Number number -> number.longValue();
            case Map<?, ?> map -> new Attributes(map);
            case List<?> list -> new Items(list);
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        };
    }

    /** Beyond the language's integers a number is only about right, as in JSON itself. */
    private static Object integer(BigInteger number) {
        boolean fits = number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
        return fits ? (Object) number.longValue() : (Object) number.doubleValue();
    }

    private static final class Items extends AbstractList<Object> {

        private final List<?> json;

        private Items(List<?> json) {
            this.json = json;
        }

        @Override
        public Object get(int index) {
            return of(json.get(index));
        }

        @Override
        public int size() {
            return json.size();
        }
    }
}
