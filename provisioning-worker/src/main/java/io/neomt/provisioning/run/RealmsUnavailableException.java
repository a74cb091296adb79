package io.neomt.provisioning.run;

/** The identity provider did not do what it was asked for; worth another try after a while. */
public final class RealmsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RealmsUnavailableException(String reason) {
        super(reason);
    }

    public RealmsUnavailableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
