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
            escaped(value);
        }
        return this;
    }

    /** Most values have nothing to escape, and are taken as they are. */
    private void escaped(String value) {
        int done = 0;
        for (int i = 0; i < value.length(); i++) {
            String escape = escape(value.charAt(i));
            if (escape != null) {
                text.append(value, done, i).append(escape);
                done = i + 1;
            }
        }
        text.append(value, done, value.length());
    }

    private static @Nullable String escape(char character) {
        return switch (character) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> null;
        };
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
