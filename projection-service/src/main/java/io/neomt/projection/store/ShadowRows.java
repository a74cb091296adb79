package io.neomt.projection.store;

import io.neomt.projection.rebuild.Difference;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The tables of a tenant's view made anew in one transaction, as temporary ones: names without a schema mean them from
 * then on. When the transaction ends, or the process does, nothing of them is left.
 */
final class ShadowRows {

    private static final String CREATE = """
            CREATE TEMPORARY TABLE $table (LIKE {0}.$table
              INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES INCLUDING IDENTITY) ON COMMIT DROP""";
    // row by row, where there is a key to find the other one by
    private static final String OF_ROWS = """
            SELECT '$table ' || d.key, f.name, d.x ->> f.name, d.y ->> f.name
            FROM (SELECT jsonb_build_array($both_keys)::text AS key, to_jsonb(r) AS x, to_jsonb(n) AS y
                  FROM {0}.$table r FULL JOIN pg_temp.$table n ON $same
                  WHERE r.$key IS NULL OR n.$key IS NULL OR $r_data IS DISTINCT FROM $n_data) d
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
            UPDATE {0}.$table r SET $set FROM pg_temp.$table n WHERE $same AND $r_data IS DISTINCT FROM $n_data""";
    // two users may have taken each other's names
    private static final String FREE_NAMES = """
            UPDATE {0}.$table r SET username = r.id::text, external_id = r.id::text, email = NULL
            FROM pg_temp.$table n WHERE $same AND $r_data IS DISTINCT FROM $n_data""";

    private final DSLContext dsl;
    private final List<ViewTable> tables;
    private final String schema;

    private ShadowRows(DSLContext dsl, List<ViewTable> tables, String schema) {
        this.dsl = dsl;
        this.tables = tables;
        this.schema = schema;
    }

    /** Empty ones. */
    static ShadowRows create(DSLContext dsl, List<ViewTable> tables) {
        ShadowRows shadow = new ShadowRows(dsl, tables, single(dsl, "SELECT current_schema()"));
        String role = single(dsl, "SELECT current_user");
        boolean may = Boolean.parseBoolean(
                single(dsl, "SELECT has_database_privilege(current_database(), 'TEMPORARY')::text"));
        if (!may) {
            // in a database of its own a tenant's role may make nothing
            dsl.execute("RESET ROLE");
        }
        tables.forEach(table -> shadow.execute(table, CREATE));
        if (!may) {
            tables.forEach(table -> dsl.execute(table.in("GRANT ALL ON pg_temp.$table TO {0}"), DSL.quotedName(role)));
            dsl.execute("SET LOCAL ROLE {0}", DSL.quotedName(role));
        }
        return shadow;
    }

    private static String single(DSLContext dsl, String sql) {
        return String.valueOf(dsl.fetchSingle(sql).get(0));
    }

    private int execute(ViewTable table, String sql) {
        return dsl.execute(table.in(sql), DSL.quotedName(schema));
    }

    /** So that the statements below are planned for what is there. @return how many rows there are */
    long count() {
        long rows = 0;
        for (ViewTable table : tables) {
            dsl.execute(table.in("ANALYZE pg_temp.$table"));
            rows += Long.parseLong(single(dsl, table.in("SELECT count(*) FROM pg_temp.$table")));
        }
        return rows;
    }

    /** @return how many fields differ */
    long differences(Consumer<Difference> found) {
        long count = 0;
        for (ViewTable table : tables) {
            List<Difference> some = dsl.fetch(table.in(table.hasData() ? OF_ROWS : OF_SETS), DSL.quotedName(schema))
                    .map(row -> new Difference(
                            row.get(0, String.class),
                            row.get(1, String.class),
                            row.get(2, String.class),
                            row.get(3, String.class)));
            some.forEach(found);
            count += some.size();
        }
        return count;
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
