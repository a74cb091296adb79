package io.neomt.permission;

/** A condition on which a grant or denial exists for a check. */
public interface Condition {

    /** The expression, as it was given; names the condition in reasons. */
    String text();

    /** Never throws: what cannot be evaluated, such as for a missing property, is {@link Outcome#UNDECIDABLE}. */
    Outcome test(Circumstances circumstances);

    /** What became of a condition. */
    enum Outcome {
        TRUE,
        FALSE,
        UNDECIDABLE;

        /** Both hold: false as soon as one is false, else undecidable as soon as one is. */
        public Outcome and(Outcome other) {
            if (this == FALSE || other == FALSE) {
                return FALSE;
            }
            return this == UNDECIDABLE ? this : other;
        }
    }
}
