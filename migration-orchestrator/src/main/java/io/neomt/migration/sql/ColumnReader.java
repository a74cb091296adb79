package io.neomt.migration.sql;

import io.neomt.migration.plan.lint.Change.ColumnAdded;
import io.neomt.migration.plan.lint.Change.Trait;
import java.util.EnumSet;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constr_bodyContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Constraint_commonContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Function_callContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Table_column_definitionContext;

/** What a new column has. */
final class ColumnReader {

    /** Types that get a default of their own. */
    private static final Set<String> SERIAL =
            Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");

    /**
     * Functions that give one value for a whole statement. Any other is taken for one that does not: nothing but the
     * database could tell.
     */
    private static final Set<String> STEADY = Set.of(
            "now",
            "transaction_timestamp",
            "statement_timestamp",
            "lower",
            "upper",
            "md5",
            "concat",
            "coalesce",
            "to_jsonb",
            "jsonb_build_object",
            "jsonb_build_array",
            "json_build_object",
            "make_interval",
            "make_date",
            "to_timestamp",
            "to_date",
            "decode",
            "encode",
            "current_setting",
            "array_fill");

    private ColumnReader() {}

    static ColumnAdded read(String table, Table_column_definitionContext column) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        column.constraint_common().stream()
                .map(Constraint_commonContext::constr_body)
                .forEach(body -> add(traits, body));
        if (SERIAL.contains(Names.of(column.data_type()))) {
            traits.addAll(Set.of(Trait.DEFAULT, Trait.VOLATILE_DEFAULT));
        }
        return new ColumnAdded(table, Names.of(column.identifier()), traits);
    }

    private static void add(Set<Trait> traits, Constr_bodyContext body) {
        if (body.default_expr != null) {
            traits.add(Trait.DEFAULT);
            if (!isSteady(body.default_expr)) {
                traits.add(Trait.VOLATILE_DEFAULT);
            }
        } else if (body.identity_body() != null) {
            traits.addAll(Set.of(Trait.DEFAULT, Trait.VOLATILE_DEFAULT));
        } else if (body.CHECK() != null) {
            traits.add(Trait.CHECK);
        } else if (body.REFERENCES() != null) {
            traits.add(Trait.REFERENCES);
        } else if (body.UNIQUE() != null || body.PRIMARY() != null) {
            traits.add(Trait.UNIQUE);
        } else if (body.GENERATED() != null) {
            // VIRTUAL is what PostgreSQL takes where nothing is said, from 18 on
            traits.add(body.STORED() == null ? Trait.DEFAULT : Trait.STORED);
        } else if (body.NOT() != null) {
            traits.add(Trait.NOT_NULL);
        }
    }

    private static boolean isSteady(ParseTree tree) {
        if (tree instanceof Function_callContext call
                && call.schema_qualified_name_nontype() != null
                && !STEADY.contains(Names.of(call.schema_qualified_name_nontype()))) {
            return false;
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            if (!isSteady(tree.getChild(i))) {
                return false;
            }
        }
        return true;
    }
}
