package io.neomt.commons.connections;

/** A tenant names a database connection that is not in the registry or is switched off. */
public final class UnknownConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownConnectionException(String connectionName) {
        super("no active row of admin.database_connections is named '" + connectionName + "'");
    }
}
