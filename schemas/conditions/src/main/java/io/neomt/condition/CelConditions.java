package io.neomt.condition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.permission.Condition;
import io.neomt.permission.ConditionLanguage;

/**
 * The Common Expression Language over {@code subject}, {@code resource}, {@code action} and {@code context}, each a map
 * from names to values. What was compiled is kept, up to a number of texts.
 *
 * <p>An expression is about true and false. {@code matches} takes a literal pattern, so that a wrong one is found when the
 * condition is given. Evaluation is bounded: what takes more than {@link Budget#WORK} is undecidable.
 */
public final class CelConditions implements ConditionLanguage {

    private static final int KEPT = 10_000;

    private final Compiler compiler = new Compiler();
    private final Cache<String, Condition> compiled =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    @Override
    public Condition compile(String text) {
        return compiled.get(text, compiler::compile);
    }
}
