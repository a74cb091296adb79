package io.neomt.query.store;

import io.neomt.commons.connections.DatabaseUnavailableException;
import io.neomt.commons.connections.TenantNotActiveException;
import io.neomt.commons.connections.UnknownConnectionException;
import io.neomt.query.UnavailableException;
import java.util.function.Supplier;
import org.jooq.exception.DataAccessException;

/** Turns whatever keeps a database from being read into the one refusal that callers know. */
final class Guard {

    private Guard() {}

    static <T> T read(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseUnavailableException
                | DataAccessException
                | TenantNotActiveException
                | UnknownConnectionException e) {
            throw new UnavailableException(
                    UnavailableException.Reason.DEPENDENCY_UNAVAILABLE, "the database cannot be read at the moment", e);
        }
    }
}
