package io.neomt.permission;

/** A text is no condition; says where it goes wrong. */
public final class InvalidConditionException extends InvalidPermissionException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param line counted from 1
     * @param column counted from 1
     */
    public InvalidConditionException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
