package io.neomt.projection.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Many rows on their way into a table, in the form that PostgreSQL takes without statements for them. */
final class CopyText {

    private final StringBuilder text = new StringBuilder();
    private boolean begun;

    CopyText value(@Nullable String value) {
        text.append(begun ? "\t" : "");
        begun = true;
        if (value == null) {
            text.append("\\N");
        } else {
            value.chars().forEach(this::character);
        }
        return this;
    }

    private void character(int character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            default -> text.append((char) character);
        }
    }

    CopyText value(Instant at) {
        return value(Columns.within(at).toString());
    }

    CopyText endRow() {
        text.append('\n');
        begun = false;
        return this;
    }

    /** @param table with its columns */
    void into(DSLContext dsl, String table) {
        dsl.connection(connection -> {
            try {
                long _ = connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN", new StringReader(text.toString()));
            } catch (SQLException e) {
                throw new DataAccessException("rows could not be copied into " + table, e);
            } catch (IOException e) {
                throw new IllegalStateException("reading from memory failed", e);
            }
        });
    }
}
