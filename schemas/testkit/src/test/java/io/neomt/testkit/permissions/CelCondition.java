package io.neomt.testkit.permissions;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Condition;

/** A condition as the reference evaluator understands it. */
record CelCondition(String text) implements Condition {

    @Override
    public Outcome test(Circumstances known) {
        return Cel.evaluate(
                        text, new Check.Attributes(known.subject(), known.resource(), known.action(), known.context()))
                .map(truth -> truth ? Outcome.TRUE : Outcome.FALSE)
                .orElse(Outcome.UNDECIDABLE);
    }
}
