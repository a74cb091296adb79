package io.neomt.permission;

/** A text is not a permission code or pattern; the message says what is wrong and what is allowed. */
public sealed class InvalidPermissionException extends IllegalArgumentException permits InvalidConditionException {

    private static final long serialVersionUID = 1L;

    public InvalidPermissionException(String message) {
        super(message);
    }
}
