package io.neomt.commons.security;

/** A request does not prove who sends it. The message tells the caller why, without repeating the token. */
final class UnauthenticatedException extends Exception {

    private static final long serialVersionUID = 1L;

    UnauthenticatedException(String message) {
        super(message, null, false, false);
    }
}
