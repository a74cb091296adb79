package io.neomt.commons.security;

/** Whether a token's session was ended cannot be told now. */
final class SessionsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SessionsUnavailableException() {
        super("ended sessions are not known yet");
    }
}
