package io.neomt.commons.security;

import org.jspecify.annotations.Nullable;

/** The keys of a realm are not known yet and cannot be fetched now: nothing can be said about its tokens. */
final class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String realm, @Nullable Throwable cause) {
        super("the keys of realm " + realm + " cannot be fetched", cause);
    }
}
