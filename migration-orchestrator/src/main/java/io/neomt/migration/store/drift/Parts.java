package io.neomt.migration.store.drift;

import io.neomt.migration.plan.drift.Part;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All that the schema at the search path consists of, written out, without names of schemas and without Flyway's history. */
final class Parts {

    /** PostgreSQL writes the same check in one way or another, depending on whether it was written so before. */
    private static final String WAYS_TO_WRITE = "::(text|character varying)(\\[\\])?|[() ]";

    private static final String QUERY = """
            WITH here AS (SELECT current_schema()::regnamespace AS oid),
            c AS (SELECT c.* FROM pg_class c, here WHERE c.relnamespace = here.oid AND c.relname NOT LIKE 'flyway\\_schema\\_history%')
            SELECT kind, name, definition FROM (
              SELECT CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind,
                c.relname::text AS name, concat_ws(' ', c.relkind, c.relpersistence, c.reloptions::text,
                  CASE WHEN c.relrowsecurity THEN 'row level security' END,
                  CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END,
                  (SELECT concat_ws(' ', s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmax, s.seqcycle)
                   FROM pg_sequence s WHERE s.seqrelid = c.oid)) AS definition
              FROM c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
              UNION ALL
              SELECT 'column', c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                CASE a.attgenerated WHEN '' THEN 'DEFAULT ' ELSE 'GENERATED ' || a.attgenerated::text || ' ' END || pg_get_expr(d.adbin, d.adrelid),
                CASE WHEN a.attidentity <> '' THEN 'IDENTITY ' || a.attidentity::text END,
                CASE WHEN a.attcollation NOT IN (0, 100) THEN 'COLLATE ' || a.attcollation::regcollation END, 'STORAGE ' || a.attstorage::text)
              FROM c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE c.relkind IN ('r', 'p', 'f', 'c', 'v', 'm')
              UNION ALL
              SELECT 'constraint', c.relname || '.' || o.conname, CASE o.contype
                WHEN 'c' THEN regexp_replace(pg_get_constraintdef(o.oid), {0}, '', 'g') || CASE WHEN o.convalidated THEN '' ELSE ' NOT VALID' END
                ELSE pg_get_constraintdef(o.oid) END
              FROM c JOIN pg_constraint o ON o.conrelid = c.oid
              UNION ALL
              SELECT 'index', x.relname, pg_get_indexdef(i.indexrelid, 0, true) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
              FROM c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class x ON x.oid = i.indexrelid
              UNION ALL
              SELECT 'trigger', c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid, true) || ' ' || t.tgenabled::text
              FROM c JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
              UNION ALL
              SELECT 'policy', c.relname || '.' || p.polname,
                concat_ws(' ', p.polcmd, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
              FROM c JOIN pg_policy p ON p.polrelid = c.oid
              UNION ALL
              SELECT 'rule', c.relname || '.' || r.rulename, pg_get_ruledef(r.oid)
              FROM c JOIN pg_rewrite r ON r.ev_class = c.oid WHERE c.relkind NOT IN ('v', 'm')
              UNION ALL
              SELECT 'function', p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', p.prosrc
              FROM pg_proc p, here WHERE p.pronamespace = here.oid
              UNION ALL
              SELECT 'type', t.typname, t.typtype::text || ' ' || coalesce((SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
                FROM pg_enum e WHERE e.enumtypid = t.oid), '')
              FROM pg_type t, here WHERE t.typnamespace = here.oid AND t.typtype IN ('e', 'd')
            ) parts ORDER BY name COLLATE "C", kind
            """;

    private Parts() {}

    static List<Part> of(DSLContext dsl) {
        return dsl.fetch(QUERY, DSL.inline(WAYS_TO_WRITE))
                .map(row -> new Part(
                        row.get(0, String.class), row.get(1, String.class), String.valueOf(row.get(2, String.class))));
    }
}
