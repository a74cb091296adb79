package io.neomt.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.neomt.permission.Circumstances;
import io.neomt.permission.Condition;
import java.util.Set;

/**
 * A compiled expression.
 *
 * @param weighed the parts whose whole value is gone through
 */
record CelCondition(String text, CelRuntime.Program program, Set<Long> weighed) implements Condition {

    @Override
    public Outcome test(Circumstances circumstances) {
        Budget budget = new Budget(weighed);
        try {
            Object value = program.trace(new Variables(circumstances), budget);
            // alternatives swallow what a spent budget throws
            return budget.isSpent() ? Outcome.UNDECIDABLE : outcome(value);
        } catch (CelEvaluationException | RuntimeException | StackOverflowError cannotBeEvaluated) {
            return Outcome.UNDECIDABLE;
        }
    }

    /** A property may turn out to be anything. */
    private static Outcome outcome(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? Outcome.TRUE : Outcome.FALSE;
        }
        return Outcome.UNDECIDABLE;
    }
}
