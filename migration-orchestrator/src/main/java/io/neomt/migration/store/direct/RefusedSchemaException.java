package io.neomt.migration.store.direct;

/** What the schema has is not what is shipped: a person has to look first. Nothing was touched. */
public final class RefusedSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedSchemaException(String message) {
        super(message);
    }
}
