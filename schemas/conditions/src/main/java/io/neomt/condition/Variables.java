package io.neomt.condition;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelVariableResolver;
import io.neomt.permission.Circumstances;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression sees of the circumstances: JSON values as the language's own. */
record Variables(Circumstances known) implements CelVariableResolver {

    static final List<String> NAMES = List.of("subject", "resource", "action", "context");
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "subject" -> Optional.of(map(known.subject()));
            case "resource" -> Optional.of(map(known.resource()));
            case "action" -> Optional.of(map(known.action()));
            case "context" -> Optional.of(map(known.context()));
            default -> Optional.empty();
        };
    }

    private static Object value(@Nullable Object value) {
        return switch (value) {
            case null -> NullValue.NULL_VALUE;
            case String text -> text;
            case Boolean truth -> truth;
            case BigInteger number -> integer(number);
            case Float number -> number.doubleValue();
            case Double number -> number;
            case BigDecimal number -> number.doubleValue();
            case Number number -> number.longValue();
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        };
    }

    /** Beyond the language's integers a number is only about right, as in JSON itself. */
    private static Object integer(BigInteger number) {
        boolean fits = number.compareTo(LEAST) >= 0 && number.compareTo(MOST) <= 0;
        return fits ? (Object) number.longValue() : (Object) number.doubleValue();
    }

    private static Map<Object, Object> map(Map<?, ?> map) {
        Map<Object, Object> result = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((key, value) -> result.put(key, value(value)));
        return result;
    }

    private static List<Object> list(List<?> list) {
        List<Object> result = new ArrayList<>(list.size());
        list.forEach(value -> result.add(value(value)));
        return result;
    }
}
