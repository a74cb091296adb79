package io.neomt.migration.sql;

import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Vacuum_modeContext;

/** Tells the statements that PostgreSQL refuses inside of a transaction. */
final class Outside {

    private Outside() {}

    static boolean isNone(StatementContext statement) {
        if (statement.schema_statement() != null) {
            return !schema(statement.schema_statement());
        }
        return statement.script_statement() == null || !script(statement.script_statement());
    }

    private static boolean schema(Schema_statementContext schema) {
        var create = schema.schema_create();
        if (create != null) {
            var index = create.create_index_statement();
            return (index != null && index.CONCURRENTLY() != null)
                    || create.create_database_statement() != null
                    || create.create_tablespace_statement() != null;
        }
        var drop = schema.schema_drop();
        if (drop != null) {
            var names = drop.drop_statements();
            return drop.drop_database_statement() != null
                    || (names != null && (names.CONCURRENTLY() != null || names.TABLESPACE() != null));
        }
        var table = schema.schema_alter().alter_table_statement();
        return table != null
                && table.alter_partition() != null
                && table.alter_partition().CONCURRENTLY() != null;
    }

    private static boolean script(Script_statementContext script) {
        var more = script.script_additional();
        if (more == null) {
            return false;
        }
        var statement = more.additional_statement();
        return more.VACUUM() != null
                || (statement != null
                        && statement.reindex_stmt() != null
                        && statement.reindex_stmt().CONCURRENTLY() != null);
    }

    static boolean full(Vacuum_modeContext mode) {
        return mode.FULL() != null || mode.vacuum_option().stream().anyMatch(option -> option.FULL() != null);
    }
}
