package io.neomt.projection.store;

import io.neomt.projection.rebuild.Difference;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The tables of a tenant's view made anew in one transaction, as temporary ones: names without a schema mean them from
 * then on. When the transaction ends, or the process does, nothing of them is left.
 */
final class ShadowRows {

    private static final String CREATE = """
            CREATE TEMPORARY TABLE $table (LIKE {0}.$table
              INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY) ON COMMIT DROP""";
    private static final String INDEXES = """
            SELECT regexp_replace(pg_get_indexdef(i.indexrelid), ' ON .*? USING ',
              ' ON pg_temp.' || quote_ident(c.relname) || ' USING ')
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = {0} AND c.relname = ANY ({1}) AND i.indisunique = {2}""";
    // row by row, where there is a key to find the other one by
    private static final String OF_ROWS = """
            SELECT '$table ' || d.key, f.name, d.x ->> f.name, d.y ->> f.name
            FROM (SELECT jsonb_build_array($both_keys)::text AS key, to_jsonb(r) AS x, to_jsonb(n) AS y
                  FROM {0}.$table r FULL JOIN pg_temp.$table n ON $same
                  WHERE r.$key IS NULL OR n.$key IS NULL OR $differs) d
            CROSS JOIN LATERAL jsonb_object_keys(coalesce(d.x, d.y)) AS f (name)
            WHERE $told(d.x -> f.name) IS DISTINCT FROM $told(d.y -> f.name)
            ORDER BY 1, 2""";
    private static final String OF_SETS = """
            WITH r AS (SELECT $columns FROM {0}.$table EXCEPT SELECT $columns FROM pg_temp.$table),
              n AS (SELECT $columns FROM pg_temp.$table EXCEPT SELECT $columns FROM {0}.$table)
            SELECT '$table ' || coalesce(x.key, y.key), f.name, x.json ->> f.name, y.json ->> f.name
            FROM (SELECT jsonb_build_array($keys)::text AS key, to_jsonb(r) AS json FROM r) x
            FULL JOIN (SELECT jsonb_build_array($keys)::text AS key, to_jsonb(n) AS json FROM n) y ON x.key = y.key
            CROSS JOIN LATERAL jsonb_object_keys(coalesce(x.json, y.json)) AS f (name)
            WHERE (x.json -> f.name) IS DISTINCT FROM (y.json -> f.name)
            ORDER BY 1, 2""";
    private static final String DELETE =
            "DELETE FROM {0}.$table r WHERE NOT EXISTS (SELECT FROM pg_temp.$table n WHERE $same)";
    private static final String INSERT = """
            INSERT INTO {0}.$table ($columns) SELECT $n_columns FROM pg_temp.$table n
            WHERE NOT EXISTS (SELECT FROM {0}.$table r WHERE $same)""";
    private static final String UPDATE = """
            UPDATE {0}.$table r SET $set FROM pg_temp.$table n WHERE $same AND $differs""";
    // two users may have taken each other's names
    private static final String FREE_NAMES = """
            UPDATE {0}.$table r SET username = r.id::text, external_id = r.id::text, email = NULL
            FROM pg_temp.$table n WHERE $same AND $differs""";

    private final DSLContext dsl;
    private final List<ViewTable> tables;
    private final String schema;

    private ShadowRows(DSLContext dsl, List<ViewTable> tables, String schema) {
        this.dsl = dsl;
        this.tables = tables;
        this.schema = schema;
    }

    /** Empty ones, with only those indexes that keep two rows from being the same one. */
    static ShadowRows create(DSLContext dsl, List<ViewTable> tables) {
        ShadowRows shadow = new ShadowRows(dsl, tables, single(dsl, "SELECT current_schema()"));
        String role = single(dsl, "SELECT current_user");
        boolean may = Boolean.parseBoolean(
                single(dsl, "SELECT has_database_privilege(current_database(), 'TEMPORARY')::text"));
        if (!may) {
            // in a database of its own a tenant's role may make nothing
            dsl.execute("RESET ROLE");
        }
        shadow.executeAll(CREATE);
        shadow.index(true);
        if (!may) {
            dsl.execute(shadow.all("GRANT ALL ON pg_temp.$table TO {0}", "; "), DSL.quotedName(role));
            dsl.execute("SET LOCAL ROLE {0}", DSL.quotedName(role));
        }
        return shadow;
    }

    private static String single(DSLContext dsl, String sql) {
        return String.valueOf(dsl.fetchSingle(sql).get(0));
    }

    private void index(boolean unique) {
        String[] names = tables.stream().map(ViewTable::name).toArray(String[]::new);
        List<String> statements = dsl.fetch(INDEXES, DSL.val(schema), DSL.val(names), DSL.val(unique))
                .map(row -> row.get(0, String.class));
        if (!statements.isEmpty()) {
            dsl.execute(String.join("; ", statements));
        }
    }

    /** The statement for each of the tables. */
    private String all(String sql, String between) {
        return tables.stream().map(table -> table.in(sql)).collect(Collectors.joining(between));
    }

    private void executeAll(String sql) {
        dsl.execute(all(sql, "; "), DSL.quotedName(schema));
    }

    private int execute(ViewTable table, String sql) {
        return dsl.execute(table.in(sql), DSL.quotedName(schema));
    }

    /** For those who look for single rows. */
    void makeReadable() {
        index(false);
        dsl.execute(all("ANALYZE pg_temp.$table", "; "));
    }

    /** So that the statements below are planned for what is there. @return how many rows there are */
    long count() {
        // a few rows tell enough of tables that are read as a whole
        dsl.execute("SET LOCAL default_statistics_target = 10; " + all("ANALYZE pg_temp.$table", "; "));
        return Long.parseLong(single(dsl, "SELECT " + all("(SELECT count(*) FROM pg_temp.$table)", " + ")));
    }

    /** @return how many fields differ */
    long differences(Consumer<Difference> found) {
        String sql = tables.stream()
                .map(table -> "(" + table.in(table.hasData() ? OF_ROWS : OF_SETS) + ")")
                .collect(Collectors.joining(" UNION ALL "));
        List<Difference> all = dsl.fetch(sql, DSL.quotedName(schema))
                .map(row -> new Difference(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class)));
        all.forEach(found);
        return all.size();
    }

    /** Makes the running rows what these are; what is the same is not touched. */
    void exchange() {
        for (ViewTable table : tables.reversed()) {
            // a team goes when nothing is below it any more
            if (!table.name().equals("teams")) {
                execute(table, DELETE);
            }
        }
        for (ViewTable table : tables) {
            if (table.name().equals("users")) {
                execute(table, FREE_NAMES);
                execute(table, UPDATE);
            }
            execute(table, INSERT);
            if (table.hasData()) {
                execute(table, UPDATE);
            }
        }
        tables.stream().filter(table -> table.name().equals("teams")).forEach(table -> execute(table, DELETE));
    }
}
