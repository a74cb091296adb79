package io.neomt.deploy.cli.client;

/** A service refused a request; the message is the service's own. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(int status, String code, String message) {
        super(status + " " + code + ": " + message);
    }
}
