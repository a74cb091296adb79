package io.neomt.migration.sql;

import io.neomt.migration.plan.lint.Change;
import io.neomt.migration.plan.lint.Change.Kind;
import java.util.List;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Alter_table_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Column_actionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_actionContext;

/** What an ALTER TABLE does. */
final class AlterTableReader {

    private AlterTableReader() {}

    static List<Change> read(Alter_table_statementContext alter) {
        String table = Names.of(alter.name);
        if (alter.RENAME() != null && alter.CONSTRAINT() == null) {
            String column = "the column " + table + "." + Names.of(alter.identifier(0));
            return List.of(new Change.Renamed(table, column));
        }
        if (alter.rename_to() != null || alter.set_schema() != null) {
            return List.of(new Change.Renamed(table, "the table " + table));
        }
        return alter.table_action().stream()
                .flatMap(action -> action(table, action).stream())
                .toList();
    }

    private static List<Change> action(String table, Table_actionContext action) {
        if (action.table_column_definition() != null) {
            return List.of(ColumnReader.read(table, action.table_column_definition()));
        }
        if (action.column_action() != null) {
            return column(table, Names.of(action.column), action.column_action());
        }
        if (action.tabl_constraint != null) {
            return List.of(constraint(table, action.tabl_constraint));
        }
        if (action.validate_constraint() != null) {
            return List.of(
                    new Change.ConstraintValidated(table, Names.of(action.validate_constraint().constraint_name)));
        }
        if (action.DROP() != null && action.column != null) {
            return List.of(new Change.Dropped(table, "the column " + table + "." + Names.of(action.column)));
        }
        boolean rewritten = action.set_logged() != null || action.set_tablespace() != null || action.METHOD() != null;
        return rewritten ? List.of(new Change.Rewritten(table, SqlParser.textOf(action))) : List.of();
    }

    private static List<Change> column(String table, String column, Column_actionContext action) {
        if (action.TYPE() != null) {
            String type = Names.of(action.data_type());
            return List.of(new Change.TypeChanged(table, column, type, action.USING() != null));
        }
        return action.set != null && action.NULL() != null ? List.of(new Change.NotNullSet(table, column)) : List.of();
    }

    private static Change constraint(String table, Constraint_commonContext constraint) {
        Constr_bodyContext body = constraint.constr_body();
        String name = constraint.identifier() == null ? "" : Names.of(constraint.identifier());
        boolean enforced = constraint.table_enforced() == null
                || constraint.table_enforced().NOT() == null;
        String expression = body.CHECK() == null ? "" : SqlParser.textOf(body.expression);
        return new Change.ConstraintAdded(table, name, kind(body), constraint.VALID() == null && enforced, expression);
    }

    private static Kind kind(Constr_bodyContext body) {
        if (body.CHECK() != null) {
            return Kind.CHECK;
        }
        if (body.REFERENCES() != null) {
            return Kind.FOREIGN_KEY;
        }
        if (body.EXCLUDE() != null) {
            return Kind.EXCLUDE;
        }
        if (body.UNIQUE() != null || body.PRIMARY() != null) {
            boolean byIndex =
                    body.col_overlaps == null && body.index_parameters().INDEX() != null;
            return byIndex ? Kind.BY_INDEX : Kind.UNIQUE;
        }
        return Kind.NOT_NULL;
    }
}
