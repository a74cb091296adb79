package io.neomt.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Condition;
import io.neomt.permission.Condition.Outcome;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {

    private final CelConditions language = new CelConditions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.none == null",
                "context.whole == 7 && context.whole < 7.5 && type(context.whole) == int",
                "context.large == 7 && type(context.large) == int",
                "type(context.larger) == double && context.larger > 9.2e18",
                "context.part == 2.5 && context.decimal == 2.5 && context.single == 2.5",
                "context.nested.list[1].deep == 1",
                "context.nested.list.size() == 2"
            })
    void valuesAreTheOnesOfJson(String text) {
        Map<String, Object> nested = Map.of("list", List.of("x", Map.of("deep", 1)));
        Map<String, Object> values = new HashMap<>(Map.of(
                "whole",
                7,
                "large",
                BigInteger.valueOf(7),
                "larger",
                BigInteger.TWO.pow(64),
                "part",
                2.5,
                "decimal",
                new BigDecimal("2.5"),
                "single",
                2.5f,
                "nested",
                nested));
        values.put("none", null);

        assertThat(test(text, values)).isEqualTo(Outcome.TRUE);
    }

    @Test
    void whatIsNoJsonValueIsUndecidable() {
        assertThat(test("context.thread == 1", Map.of("thread", Thread.currentThread())))
                .isEqualTo(Outcome.UNDECIDABLE);
    }

    /** Each would take gigabytes or minutes if it were let. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.many.all(a, context.many.all(b, context.many.all(c, a == b || b == c || true)))",
                "context.many.map(a, context.many.map(b, context.many)).size() > 0",
                "['0123456789'].map(a, a+a+a+a+a+a+a+a+a+a).map(a, a+a+a+a+a+a+a+a+a+a).map(a, a+a+a+a+a+a+a+a+a+a)"
                        + ".map(a, a+a+a+a+a+a+a+a+a+a).map(a, a+a+a+a+a+a+a+a+a+a).map(a, a+a+a+a+a+a+a+a+a+a).size() == 1",
                "[[1,1,1,1,1,1]].map(a, [a,a,a,a,a,a]).map(a, [a,a,a,a,a,a]).map(a, [a,a,a,a,a,a]).map(a, [a,a,a,a,a,a])"
                        + ".map(a, [a,a,a,a,a,a]).map(a, [a,a,a,a,a,a]).map(a, [a,a,a,a,a,a]).exists(a, a == a)",
                "[context.many].map(a, a+a+a+a+a+a).map(a, a+a+a+a+a+a).map(a, a+a+a+a+a+a).map(a, a+a+a+a+a+a).size() == 1",
                "context.long.contains(context.long + 'b')",
                "context.many.exists(a, context.long == context.long + 'b')",
                "context.many.all(a, context.many == context.many)",
                "context.many.all(a, context.many.all(b, a == b)) || true"
            })
    void whatCostsTooMuchIsUndecidable(String text) {
        Map<String, Object> values = Map.of("many", Collections.nCopies(900, 1), "long", "a".repeat(15_000));

        assertThat(test(text, values)).isEqualTo(Outcome.UNDECIDABLE);
    }

    @Test
    void whatCostsLittleIsNot() {
        Map<String, Object> values = Map.of("many", Collections.nCopies(900, 1), "long", "a".repeat(5_000));

        assertThat(test("context.many.all(a, a == 1)", values)).isEqualTo(Outcome.TRUE);
        assertThat(test("context.many.map(a, a + 1).size() == 900", values)).isEqualTo(Outcome.TRUE);
        assertThat(test("context.long.matches('^a+$')", values)).isEqualTo(Outcome.TRUE);
        assertThat(test("context.long.matches('(.*)(.*)(.*)(.*)(.*)b')", values))
                .isEqualTo(Outcome.FALSE);
        assertThat(test("1 in context.many", values)).isEqualTo(Outcome.TRUE);
    }

    @Test
    void whatIsNestedWithoutEndIsUndecidable() {
        List<Object> nested = List.of();
        for (int depth = 0; depth < 100_000; depth++) {
            nested = new ArrayList<>(List.of(nested));
        }

        assertThat(test("context.nested == []", Map.of("nested", nested))).isEqualTo(Outcome.UNDECIDABLE);
    }

    @Test
    void aConditionServesManyAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> questions = IntStream.range(0, 2_000)
                    .<Callable<Outcome>>mapToObj(i -> () -> test("context.level % 2 == 0", Map.of("level", i)))
                    .toList();
            List<Future<Outcome>> answers = threads.invokeAll(questions);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? Outcome.TRUE : Outcome.FALSE);
            }
        }
    }

    private Outcome test(String text, Map<String, Object> context) {
        Condition condition = language.compile(text);
        return condition.test(new Circumstances.Known(null, Map.of(), Map.of(), Map.of(), context));
    }
}
