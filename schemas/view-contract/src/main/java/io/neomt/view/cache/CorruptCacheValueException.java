package io.neomt.view.cache;

/** A value in Redis does not have the form that its writer gives it; nothing may be decided from it. */
public final class CorruptCacheValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CorruptCacheValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
