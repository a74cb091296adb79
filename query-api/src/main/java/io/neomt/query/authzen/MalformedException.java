package io.neomt.query.authzen;

/** A body, or a part of one, is not as the standard wants it. */
public final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String issue;

    /** @param field the path to what is wrong, such as {@code subject.id} */
    MalformedException(String field, String issue) {
        super(field + ": " + issue, null, false, false);
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
