package io.neomt.provisioning.registry;

/** A field of a connection or region is not as it has to be. */
public final class InvalidConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String issue;

    InvalidConnectionException(String field, String issue) {
        super(field + " " + issue, null, false, false);
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
