package io.neomt.migration.store.drift;

import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.drift.Part;
import io.neomt.migration.store.scratch.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * What a schema should be, and how the database at hand writes it.
 *
 * @param print of it when it is made by the scripts
 */
record Model(String print, List<Part> parts) {

    /** Made by the scripts in a schema that nobody sees and that is gone afterwards. */
    static Model of(Connection connection, List<Script> scripts) throws SQLException {
        try (Scratch scratch = Scratch.of(connection, scripts)) {
            DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
            String print = Prints.of(dsl, List.of(scratch.schema())).getOrDefault(scratch.schema(), "");
            return new Model(print, Parts.of(dsl));
        }
    }
}
