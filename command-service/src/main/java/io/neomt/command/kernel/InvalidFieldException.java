package io.neomt.command.kernel;

/** A field of a request has a value that no command may hold. */
public final class InvalidFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String issue;

    /** @param issue what is allowed, to be read after the field's name */
    public InvalidFieldException(String field, String issue) {
        super("'" + field + "' " + issue);
        this.field = field;
        this.issue = issue;
    }

    public String field() {
        return field;
    }

    public String issue() {
        return issue;
    }
}
