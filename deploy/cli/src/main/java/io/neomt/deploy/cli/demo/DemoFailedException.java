package io.neomt.deploy.cli.demo;

/** A step of the demo did not do what it should. */
public final class DemoFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailedException(String step, Exception cause) {
        super("the step '" + step + "' failed: " + cause.getMessage(), cause);
    }
}
