package io.neomt.provisioning.connections;

/** The same request was answered in this very moment. */
public final class RepeatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RepeatedException() {
        super("the same request was answered in this moment", null, false, false);
    }
}
