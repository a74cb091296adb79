package io.neomt.provisioning.store.snapshot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jooq.DSLContext;

/** Runs several statements at once, as they are: nothing in them is a parameter or a template. */
public final class Scripts {

    private Scripts() {}

    /** In the transaction of the context, in one round trip. */
    public static void run(DSLContext dsl, String... scripts) {
        String all = String.join(";\n", scripts);
        dsl.connection(connection -> run(connection, all));
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }
}
