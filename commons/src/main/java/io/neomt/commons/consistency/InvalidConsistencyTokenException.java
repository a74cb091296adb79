package io.neomt.commons.consistency;

/** A text is not a token that this installation has signed. The message never repeats the text. */
public final class InvalidConsistencyTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConsistencyTokenException(String message) {
        super(message);
    }
}
