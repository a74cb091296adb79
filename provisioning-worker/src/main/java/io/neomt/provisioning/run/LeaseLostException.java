package io.neomt.provisioning.run;

/** The operation may be another instance's by now: nothing of what this one was about to do may take effect. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("the lease has ended: another worker may have taken the tenant over");
    }
}
