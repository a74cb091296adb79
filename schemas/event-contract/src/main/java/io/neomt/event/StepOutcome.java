package io.neomt.event;

/** How a step of making or unmaking a tenant stands. */
public enum StepOutcome {
    DONE,
    /** What the step had made was taken back. */
    COMPENSATED,
    /** The step cannot be done yet; the detail says what is waited for. */
    WAITING
}
