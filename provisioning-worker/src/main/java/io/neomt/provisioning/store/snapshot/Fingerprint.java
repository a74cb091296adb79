package io.neomt.provisioning.store.snapshot;

import static org.jooq.impl.DSL.inline;

import io.neomt.view.Migrations;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What PostgreSQL's catalog says about the schema at the search path, one line for each thing in it, without names of
 * schemas: two schemas with the same lines are the same. Also has lines for kinds of things that the compiler does not
 * know, so that a template with one of them differs from its snapshot.
 */
record Fingerprint(List<String> lines) {

    private static final String LINES = """
            WITH here AS (SELECT current_schema()::regnamespace AS oid)
            SELECT line FROM (
              SELECT concat_ws(' ', 'relation', c.relname, c.relkind, c.relpersistence, c.reloptions::text,
                c.relrowsecurity, c.relispartition, c.relreplident) AS line
              FROM pg_class c, here WHERE c.relnamespace = here.oid
              UNION ALL
              SELECT concat_ws(' ', 'column', c.relname, row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum), a.attname,
                format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::regcollation,
                a.attstorage, a.attcompression, pg_get_expr(d.adbin, d.adrelid))
              FROM here JOIN pg_class c ON c.relnamespace = here.oid AND c.relkind IN ('r', 'v', 'm', 'p', 'f', 'c')
              JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              UNION ALL
              SELECT concat_ws(' ', 'constraint', o.conrelid::regclass, o.conname, o.contype, o.convalidated,
                CASE o.contype WHEN 'c' THEN regexp_replace(pg_get_constraintdef(o.oid), {0}, '', 'g')
                  ELSE pg_get_constraintdef(o.oid) END)
              FROM pg_constraint o, here WHERE o.connamespace = here.oid
              UNION ALL
              SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid, 0, true), i.indisvalid, i.indisprimary)
              FROM here JOIN pg_class c ON c.relnamespace = here.oid JOIN pg_index i ON i.indrelid = c.oid
              UNION ALL
              SELECT concat_ws(' ', 'sequence', s.seqrelid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement,
                s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
              FROM here JOIN pg_class c ON c.relnamespace = here.oid JOIN pg_sequence s ON s.seqrelid = c.oid
              UNION ALL
              SELECT concat_ws(' ', 'trigger', c.relname, pg_get_triggerdef(t.oid, true))
              FROM here JOIN pg_class c ON c.relnamespace = here.oid
              JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
              UNION ALL
              SELECT concat_ws(' ', 'function', p.proname, pg_get_function_identity_arguments(p.oid), md5(p.prosrc))
              FROM pg_proc p, here WHERE p.pronamespace = here.oid
              UNION ALL
              SELECT concat_ws(' ', 'type', t.typname, t.typtype)
              FROM pg_type t, here WHERE t.typnamespace = here.oid
              UNION ALL
              SELECT concat_ws(' ', 'view', c.relname, md5(pg_get_viewdef(c.oid)))
              FROM pg_class c, here WHERE c.relnamespace = here.oid AND c.relkind IN ('v', 'm')
              UNION ALL
              SELECT concat_ws(' ', 'policy', p.polrelid::regclass, p.polname)
              FROM here JOIN pg_class c ON c.relnamespace = here.oid JOIN pg_policy p ON p.polrelid = c.oid
              UNION ALL
              SELECT concat_ws(' ', 'rule', r.ev_class::regclass, r.rulename)
              FROM here JOIN pg_class c ON c.relnamespace = here.oid JOIN pg_rewrite r ON r.ev_class = c.oid
              UNION ALL
              SELECT concat_ws(' ', 'statistics', s.stxname) FROM pg_statistic_ext s, here WHERE s.stxnamespace = here.oid
              UNION ALL
              SELECT concat_ws(' ', 'comment', c.relname, m.objsubid, m.description)
              FROM here JOIN pg_class c ON c.relnamespace = here.oid
              JOIN pg_description m ON m.classoid = 'pg_class'::regclass AND m.objoid = c.oid
              UNION ALL
              SELECT concat_ws(' ', 'history', version, description, type, script, checksum, success)
              FROM %s
            ) all_lines ORDER BY line COLLATE "C"
            """.formatted(Migrations.HISTORY_TABLE);

    /** PostgreSQL writes the same check in one way or another, depending on whether it was written so before. */
    private static final String WAYS_TO_WRITE = "::(text|character varying)(\\[\\])?|[() ]";

    static Fingerprint take(DSLContext dsl) {
        return new Fingerprint(dsl.fetch(LINES, inline(WAYS_TO_WRITE)).getValues(0, String.class));
    }

    /** The first line that only one of the two has. */
    Optional<String> firstDifference(Fingerprint other) {
        return lines.stream()
                .filter(line -> !other.lines.contains(line))
                .findFirst()
                .or(() -> other.lines.stream()
                        .filter(line -> !lines.contains(line))
                        .findFirst())
                .or(() -> lines.size() == other.lines.size()
                        ? Optional.empty()
                        : Optional.of("a line that is there twice"));
    }
}
