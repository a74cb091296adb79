package io.neomt.migration.sql;

import io.neomt.migration.plan.lint.Change;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Additional_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Data_statementContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Drop_statementsContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Lock_tableContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_alterContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Schema_createContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_additionalContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Script_transactionContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** What a statement does, of what somebody has something to say about. */
final class StatementReader {

    private StatementReader() {}

    static List<Change> read(StatementContext statement) {
        if (statement.data_statement() != null) {
            return data(statement.data_statement());
        }
        if (statement.schema_statement() != null) {
            return schema(statement);
        }
        var script = statement.script_statement();
        return script.script_transaction() == null
                ? additional(script.script_additional())
                : transaction(script.script_transaction());
    }

    /** Whether PostgreSQL runs it in a transaction. */
    static boolean transactional(StatementContext statement) {
        return Outside.isNone(statement);
    }

    private static List<Change> schema(StatementContext statement) {
        var schema = statement.schema_statement();
        if (schema.schema_create() != null) {
            return create(schema.schema_create());
        }
        if (schema.schema_alter() != null) {
            return alter(schema.schema_alter());
        }
        var drop = schema.schema_drop().drop_statements();
        return drop == null ? List.of() : drop(drop);
    }

    private static List<Change> data(Data_statementContext data) {
        var update = data.update_stmt_for_psql();
        if (update != null && update.WHERE() == null && update.FROM() == null) {
            return List.of(new Change.AllRowsChanged(Names.of(update.update_table_name)));
        }
        var delete = data.delete_stmt_for_psql();
        if (delete != null && delete.WHERE() == null && delete.USING() == null) {
            return List.of(new Change.AllRowsChanged(Names.of(delete.delete_table_name)));
        }
        return List.of();
    }

    private static List<Change> create(Schema_createContext create) {
        if (create.create_table_statement() != null) {
            return List.of(new Change.Made(Names.of(create.create_table_statement().name)));
        }
        if (create.create_table_as_statement() != null) {
            return List.of(new Change.Made(Names.of(create.create_table_as_statement().name)));
        }
        var view = create.create_view_statement();
        if (view != null) {
            // one that takes another's place may be in use
            return view.REPLACE() == null ? List.of(new Change.Made(Names.of(view.name))) : List.of();
        }
        var index = create.create_index_statement();
        if (index != null) {
            String name = index.name == null ? "" : Names.of(index.name).replace("\"", "");
            return List.of(new Change.IndexMade(Names.of(index.table_name), name, index.CONCURRENTLY() != null));
        }
        var set = create.set_statement();
        return set == null
                ? List.of()
                : Names.sessionSetting(set).<List<Change>>map(List::of).orElse(List.of());
    }

    private static List<Change> alter(Schema_alterContext alter) {
        if (alter.alter_table_statement() != null) {
            return AlterTableReader.read(alter.alter_table_statement());
        }
        var type = alter.alter_type_statement();
        if (type != null && (type.rename_to() != null || type.RENAME() != null || type.set_schema() != null)) {
            String name = Names.of(type.name);
            return List.of(new Change.Renamed(name, "the type " + name + ", or what belongs to it,"));
        }
        var view = alter.alter_view_statement();
        if (view != null
                && (view.alter_view_action().rename_to() != null
                        || view.alter_view_action().RENAME() != null)) {
            String name = Names.of(view.name);
            return List.of(new Change.Renamed(name, "the view " + name + ", or what belongs to it,"));
        }
        return List.of();
    }

    private static List<Change> drop(Drop_statementsContext drop) {
        var names = drop.if_exist_names_restrict_cascade().names_references().schema_qualified_name();
        List<Change> changes = new ArrayList<>();
        for (var each : names) {
            String name = Names.of(each);
            if (drop.INDEX() != null) {
                changes.add(new Change.IndexDropped(name, drop.CONCURRENTLY() != null));
            } else if (drop.TABLE() != null || drop.VIEW() != null || drop.TYPE() != null || drop.SEQUENCE() != null) {
                String kind = drop.TABLE() != null ? "table" : drop.VIEW() != null ? "view" : "object";
                changes.add(new Change.Dropped(name, "the " + kind + " " + name));
            }
        }
        return changes;
    }

    private static List<Change> transaction(Script_transactionContext transaction) {
        return transaction.lock_table() == null
                ? List.of(new Change.TransactionControlled(SqlParser.textOf(transaction)))
                : lock(transaction.lock_table());
    }

    private static List<Change> lock(Lock_tableContext lock) {
        return lock.only_table_multiply().stream()
                .<Change>map(table -> new Change.Locked(Names.of(table.schema_qualified_name())))
                .toList();
    }

    private static List<Change> additional(Script_additionalContext script) {
        if (script.VACUUM() != null && Outside.full(script.vacuum_mode())) {
            return script.table_cols_list() == null
                    ? List.of(new Change.Rewritten("the database", "VACUUM FULL"))
                    : script.table_cols_list().inheritance_specified_table_cols().stream()
                            .<Change>map(table ->
                                    new Change.Rewritten(Names.of(table.schema_qualified_name()), "VACUUM FULL"))
                            .toList();
        }
        Additional_statementContext more = script.additional_statement();
        return more == null ? List.of() : more(more);
    }

    private static List<Change> more(Additional_statementContext more) {
        if (more.anonymous_block() != null) {
            return List.of(new Change.Procedural());
        }
        if (more.truncate_stmt() != null) {
            return more.truncate_stmt().only_table_multiply().stream()
                    .<Change>map(table -> new Change.Truncated(Names.of(table.schema_qualified_name())))
                    .toList();
        }
        if (more.cluster_stmt() != null) {
            return List.of(new Change.Rewritten(orAll(more.cluster_stmt().schema_qualified_name()), "CLUSTER"));
        }
        var reindex = more.reindex_stmt();
        return reindex == null
                ? List.of()
                : List.of(new Change.Reindexed(orAll(reindex.schema_qualified_name()), reindex.CONCURRENTLY() != null));
    }

    private static String orAll(ParserRuleContext name) {
        return name == null ? "the database" : Names.of(name);
    }
}
