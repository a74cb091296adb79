package io.neomt.provisioning.run;

/** A step did not come to its end. */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** @param passing whether it is worth being tried for as long as it takes */
    public StepFailedException(String reason, boolean passing, Throwable cause) {
        super(reason, cause);
        this.passing = passing;
    }

    boolean passing() {
        return passing;
    }
}
